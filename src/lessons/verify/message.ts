import { failureText } from '../../checker/report/failure-text.ts';
import type { Result } from '../../checker/result.ts';

const plain = (text: string) => text;
const look = {
  style: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain },
  symbols: { done: '✔', failed: '✖', warning: '▲', here: '▶', dash: '–' },
  width: 100,
  shell: 'posix',
  command: 'create-backend',
} as const;

/** What changes from run to run, and what it is written as. */
const varying: readonly [RegExp, string][] = [
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME'],
  [/\d{4}-\d\d-\d\dT[\d:.]*…/g, 'TIME…'],
  [/\bport: \d{4,5}/g, 'port: PORT'],
  [/[0-9a-f]{48,64}/g, 'SECRET'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, 'UUID'],
  [/eyJ[\w-]+(?:\.[\w-]*)*/g, 'TOKEN'],
  [/\$argon2id?\$[\w$+/=,-]+/g, 'HASH'],
  [/"(iat|exp)":\d+/g, '"$1":SECONDS'],
  [/(it takes|one of them took) [\d.]+/g, '$1 N'],
  [/(127\.0\.0\.1|port|PORT was|nc 127\.0\.0\.1)([: ])\d{4,5}/g, '$1$2PORT'],
  [/file:\/\/[^\s)]*\/project-\w+/g, 'PROJECT'],
  [/\/[^\s):]*\/project-\w+/g, 'PROJECT'],
  [/\/[^\s):]*\/verify\/typescript-\w+/g, 'INSTALLED'],
  [/\/[^\s):]*\/create-backend-check-\w+/g, 'SCRATCH'],
  [/"time":\d+,"pid":\d+,"hostname":"[^"]*"/g, '"time":T,"pid":P,"hostname":"H"'],
  [/(Date: |GMT[+-]\d{4}.*?)(?=")/g, 'DATE'],
  [/("id":|\/)\d{6,}/g, '$1ID'],
  [/\b\d+ ms\b/g, 'N ms'],
  [/(there were|opened) \d+/g, '$1 N'],
  [/\b(?:create_backend_check|test)_[0-9a-f]{12,}/g, 'DATABASE'],
];

/** The message of a failure, without what changes from run to run. */
export function goldenMessage(result: Result): string {
  const text = varying.reduce(
    (message, [pattern, word]) => message.replaceAll(pattern, word),
    failureText(result, look),
  );
  return text.replaceAll(/[ \t]+$/gm, '');
}
