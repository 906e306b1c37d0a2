import type { Sent } from './exchange.ts';

/** The shells that a command line is written for. */
export type Shell = 'posix' | 'powershell';

/** Longest address, and longest body, that is written out, in characters. */
const MAX_SHOWN = 300;
/** Headers that curl sends by itself, or that only our client needs. */
const implied = new Set(['host', 'content-length', 'connection']);

/** Shell in which the person types, as far as the environment tells. */
export function shellOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Shell {
  return platform === 'win32' && env['SHELL'] === undefined ? 'powershell' : 'posix';
}

/** The request as a command line that can be pasted; what cannot be pasted is described. */
export function curlLine(sent: Sent, shell: Shell = 'posix'): string {
  if (sent.raw !== null) return rawLine(sent);
  const quote = shell === 'posix' ? quotePosix : quotePowerShell;
  const program = shell === 'posix' ? 'curl' : 'curl.exe';
  const words = [program, sent.method === 'HEAD' ? '-I' : '-i'];
  if (sent.method !== 'GET' && sent.method !== 'HEAD') words.push('-X', sent.method);
  words.push(quote(`http://${sent.host}:${sent.port}${cut(sent.path, MAX_SHOWN)}`));
  for (const [name, value] of sent.headers) {
    if (!implied.has(name.toLowerCase())) words.push('-H', quote(`${name}: ${cut(value, 100)}`));
  }
  return words.join(' ') + bodyWords(sent.body, quote);
}

function bodyWords(body: Buffer | null, quote: (text: string) => string): string {
  if (body === null) return '';
  const text = body.toString();
  if (body.length > MAX_SHOWN)
    return ` --data-binary @-   # ${cut(text, 40)} (${body.length} bytes)`;
  if (!Buffer.from(text).equals(body)) return ` --data-binary @-   # bytes ${body.toString('hex')}`;
  return ` -d ${quote(text)}`;
}

function rawLine({ raw, host, port }: Sent): string {
  const text = JSON.stringify(cut(raw!.toString('latin1'), MAX_SHOWN)).slice(1, -1);
  return `printf ${quotePosix(text.replaceAll('%', '%%'))} | nc ${host} ${port}`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}

function quotePosix(text: string): string {
  return /^[\w./:?=&@%+-]+$/.test(text) && !/[?&]/.test(text)
    ? text
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function quotePowerShell(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('"', String.raw`\"`)}'`;
}
