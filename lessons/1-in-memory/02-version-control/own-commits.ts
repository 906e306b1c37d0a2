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
 * @throws NotRunnable where it is not known when: what was there before is nobody's homework
 */
export async function commitsSince({ isAtHand, since, git }: Question): Promise<Commit[]> {
  if (!isAtHand) throw new NotRunnable('it looks at commits of a lesson that is not at hand');
  const hasHistory = (await git.try('rev-parse', '--verify', '--quiet', 'HEAD')).exitCode === 0;
  const got = 'there is none: git init makes one';
  if (!hasHistory) throw new Failure({ expected: 'a git repository with a commit', got });
  const logged = await git.try('log', '--no-merges', '--format=%H%x1f%s', '--all', `^${since}`);
  if (since === null || logged.exitCode !== 0) {
    throw new NotRunnable('it is not known any more at which commit the lesson began');
  }
  return linesOf(logged.stdout).map((line) => {
    const [hash, subject] = line.split('\u001f');
    return { hash: hash!, subject: subject! };
  });
}

/** The same, for what can be said of commits alone: where there are none, nothing is done yet. */
export async function someCommitsSince(question: Question): Promise<Commit[]> {
  const commits = await commitsSince(question);
  if (commits.length === 0) throw new NotRunnable('it needs a commit since the lesson began');
  return commits;
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
  const began = await git.read('show', '--no-patch', '--format=%cI', since!);
  const moves = await git.read('log', '--walk-reflogs', `--since=${began}`, '--format=%gs', 'HEAD');
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
