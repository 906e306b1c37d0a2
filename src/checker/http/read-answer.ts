/** An answer as it was read: its head, its body so far, and whether that is all. */
export interface ReadAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
  readonly isComplete: boolean;
}

const HEAD_END = '\r\n\r\n';

/**
 * Reads what a server has sent so far (RFC 9112); null while the head is not there yet, or where
 * the bytes are no HTTP at all.
 * @param closed whether the server has ended the connection
 */
export function readAnswer(bytes: Buffer, method: string, closed: boolean): ReadAnswer | null {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) return null;
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const match = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(statusLine);
  if (match === null) return null;
  const rest = bytes.subarray(end + HEAD_END.length);
  const status = Number(match[1]);
  // Interim answers (100 Continue) come before the one that counts.
  if (status < 200) return readAnswer(rest, method, closed);
  const headers = readHeaders(lines);
  const hasNoBody = method === 'HEAD' || status === 204 || status === 304;
  // Bytes after an answer that may have no body are kept: they are what a check looks for.
  const body = hasNoBody ? { body: rest, isComplete: true } : readBody(rest, headers, closed);
  return { status, reason: match[2]!, headers, ...body };
}

function readHeaders(lines: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return headers;
}

function readBody(rest: Buffer, headers: ReadonlyMap<string, string[]>, closed: boolean) {
  if (headers.get('transfer-encoding')?.at(-1)?.toLowerCase().endsWith('chunked')) {
    return readChunks(rest, closed);
  }
  const length = Number(headers.get('content-length')?.[0] ?? NaN);
  if (Number.isNaN(length)) return { body: rest, isComplete: closed };
  return { body: rest.subarray(0, length), isComplete: closed || rest.length >= length };
}

function readChunks(rest: Buffer, closed: boolean): { body: Buffer; isComplete: boolean } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    const size = lineEnd === -1 ? NaN : parseInt(rest.toString('latin1', at, lineEnd), 16);
    const isCut = Number.isNaN(size) || rest.length < lineEnd + 2 + size + 2;
    if (isCut || size === 0) return { body: Buffer.concat(chunks), isComplete: closed || !isCut };
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
