import type { IncomingMessage } from 'node:http';
import { Problem } from './problem.ts';

const LIMIT = 100 * 1024;

/** Reads a JSON body in UTF-8 of at most 100 KiB. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').toLowerCase().replaceAll('"', '');
  const [media, ...parameters] = type.split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (media !== 'application/json') throw new Problem(415);
  if (charset !== undefined && charset !== 'charset=utf-8') throw new Problem(415);
  if (Number(request.headers['content-length'] ?? 0) > LIMIT) throw new Problem(413);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LIMIT) throw new Problem(413);
  }
  return parse(Buffer.concat(chunks));
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new Problem(400);
  }
}
