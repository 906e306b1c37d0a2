import type { Question } from '../../../src/checker/check.ts';
import { Failure, NotRunnable } from '../../../src/checker/failure.ts';

/** A commit of the learner's. */
export interface Commit {
  readonly hash: string;
  readonly subject: string;
}

const trunks = new Set(['main', 'master', 'trunk']);
const LONGEST = 72;
/** Words that fit every change; a message of nothing else says nothing. */
const empty =
  /^(?:(?:fix(?:e[ds]|ing)?|updat(?:e[ds]?|ing)|chang(?:e[ds]?|ing)|add(?:s|ed|ing)?|wip|work|stuff|things?|it|code|bugs?|some|more|files?|final|test(?:s|ing)?|misc|commit|minor|small|new|version|my|the|all|everything|[\d\W_]+)\b\W*)+$/i;

/**
 * The commits that were made since the lesson began, on whichever branch, merges aside.
 * @throws NotRunnable where the lesson is not at hand: what was there before is nobody's homework
 */
export async function commitsSince({ since, git }: Question): Promise<Commit[]> {
  if (since === null) throw new NotRunnable('it looks at commits of a lesson that is not at hand');
  const format = '--format=%H%x1f%ct%x1f%s';
  const { exitCode, stdout } = await git.try('log', '--all', '--no-merges', format);
  if (exitCode !== 0) throw new Failure({ expected: 'a git repository with commits', got: 'none' });
  const began = Math.floor(Date.parse(since) / 1000);
  return linesOf(stdout)
    .map((line) => line.split('\u001f'))
    .filter(([, time]) => Number(time) >= began)
    .map(([hash, , subject]) => ({ hash: hash!, subject: subject! }));
}

/** Whether a branch beside the trunk has one of the commits, or HEAD has been on one lately. */
export async function hasLeftTheTrunk(
  { git, since }: Question,
  commits: readonly Commit[],
): Promise<boolean> {
  for (const { hash } of commits) {
    const names = await git.read('branch', '--format=%(refname:short)', '--contains', hash);
    if (linesOf(names).some((name) => !trunks.has(name))) return true;
  }
  const moves = await git.read('log', '--walk-reflogs', `--since=${since}`, '--format=%gs', 'HEAD');
  return linesOf(moves).some((move) => {
    const left = /^checkout: moving from (\S+) to /.exec(move)?.[1];
    return left !== undefined && !trunks.has(left);
  });
}

/** Whether a message would fit any other commit just as well, or does not fit into a line. */
export function isVague(subject: string): boolean {
  // Not every script puts spaces between its words.
  const isOneWord = /^\p{ASCII}*$/u.test(subject) && !/\S\s+\S/.test(subject);
  return isOneWord || subject.length > LONGEST || empty.test(subject);
}

/** Files with settings that the commits have brought, examples aside. */
export async function secretsIn({ git }: Question, commits: readonly Commit[]): Promise<string[]> {
  const found: string[] = [];
  for (const { hash, subject } of commits) {
    const paths = await git.read('show', '--format=', '--name-only', '--diff-filter=AM', hash);
    const secret = linesOf(paths).find((path) => isSecret(path));
    if (secret !== undefined) found.push(`${secret} in "${subject}"`);
  }
  return found;
}

function isSecret(path: string): boolean {
  return /(?:^|\/)\.env(?:\.|$)/.test(path) && !/example|sample|template/.test(path);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}
