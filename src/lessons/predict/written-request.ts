import type { Request } from '../../checker/http/exchange.ts';

/**
 * Reads a request as it is written in a file of requests: method and path, headers, an empty line,
 * a body. A body without a type is JSON.
 * @param id what stands for `{id}`
 */
export function readRequest(text: string, id: unknown): Request {
  const [head = '', ...rest] = text.trim().replaceAll('{id}', String(id)).split('\n\n');
  const [line = '', ...headerLines] = head.split('\n');
  const [method = '', path = ''] = line.split(' ');
  const headers = headerLines.map((each) => headerOf(each));
  if (rest.length === 0) return { method, path, headers };
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const type: [string, string][] = isTyped ? [] : [['Content-Type', 'application/json']];
  return { method, path, headers: [...headers, ...type], body: rest.join('\n\n').trimEnd() };
}

function headerOf(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}
