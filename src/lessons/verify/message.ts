import { failureText } from '../../checker/report/failure-text.ts';
import type { Answer } from '../../checker/http/exchange.ts';
import type { Result } from '../../checker/result.ts';

const plain = (text: string) => text;
const look = {
  style: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain },
  symbols: { done: '✔', failed: '✖', warning: '▲', here: '▶', dash: '–' },
  width: 100,
  shell: 'posix',
  command: 'create-backend',
  guide: 'lessons-and-hints',
} as const;

/** What changes from run to run or from machine to machine, and what it is written as. */
const varying: readonly [RegExp, string][] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'TIME'],
  [/\d{4}-\d\d-\d\dT[\d:.]*…/g, 'TIME…'],
  [/…[\d-]*T\d\d:\d\d:\d\d\.\d+Z/g, '…TIME'],
  [/\w{3} \w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4} \([^)]*\)/g, 'DATE'],
  [/\bport: \d{4,5}/g, 'port: PORT'],
  [/[0-9a-f]{48,64}/g, 'SECRET'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'UUID'],
  [/eyJ[\w-]+(?:\.[\w-]*)*/g, 'TOKEN'],
  [/\$argon2id?\$[\w$+/=,-]+/g, 'HASH'],
  [/"(iat|exp)":\d+/g, '"$1":SECONDS'],
  [/"ms":\d+/g, '"ms":N'],
  [/(it takes|one of them took) [\d.]+/g, '$1 N'],
  [/(127\.0\.0\.1|port|PORT was|nc 127\.0\.0\.1)([: ])\d{4,5}/g, '$1$2PORT'],
  [/(?:file:\/\/)?\/[^\s:)"'\\]*\/verify\/project-\w+/g, 'PROJECT'],
  [/(?:file:\/\/)?\/[^\s:)"'\\]*\/verify\/typescript-\w+/g, 'INSTALLED'],
  [/\/[^\s:)"'\\]*\/create-backend-check-\w+/g, 'SCRATCH'],
  [/"time":\d+,"pid":\d+,"hostname":"[^"]*"/g, '"time":T,"pid":P,"hostname":"H"'],
  // Ids count on through the checks before; those of a clock are long.
  [/("id":)\d+/g, '$1ID'],
  [/(\/api\/v1\/[\w-]+\/)\d+/g, '$1ID'],
  [/\b\d{10}\b/g, 'SECONDS'],
  [/\b\d+ ms\b/g, 'N ms'],
  [/(there were|opened|Got +the number of different ids is) \d+/g, '$1 N'],
  [/\b(?:create_backend_check|test)_[0-9a-f]{12,}/g, 'DATABASE'],
];

/** The message of a failure, without what changes from run to run or from machine to machine. */
export function goldenMessage(result: Result): string {
  return maskVarying(failureText(maskAnswer(result), look)).replaceAll(/[ \t]+$/gm, '');
}

/** Before a long body is cut, or a path that is longer elsewhere would move the cut. */
function maskAnswer(result: Result): Result {
  const answer = result.finding?.answer;
  if (answer === undefined) return result;
  const body = Buffer.from(maskVarying(answer.body.toString()));
  return { ...result, finding: { ...result.finding!, answer: { ...answer, body } as Answer } };
}

function maskVarying(text: string): string {
  return varying.reduce((message, [pattern, word]) => message.replaceAll(pattern, word), text);
}
