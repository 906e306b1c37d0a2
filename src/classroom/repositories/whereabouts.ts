import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Git, type GitContext } from '../../project/git.ts';
import type { StudentWork } from '../course/student-work.ts';

/** Where a student is, as their commits tell it: nothing of theirs is run. */
export interface Whereabouts {
  readonly work: StudentWork;
  /** `absent`: there is no clone; `untouched`: nothing was committed since it was given. */
  readonly state: 'absent' | 'untouched' | 'working';
  /** Commits of theirs. */
  readonly commits: number;
  /** Milliseconds since 1970 of the last one; null where there is none. */
  readonly last: number | null;
  /** The lesson at hand, as far as the assignment has lessons to go through. */
  readonly lesson: string | null;
  /** Their commits since that lesson began. */
  readonly commitsOnLesson: number;
  /** When it began; null where it was the first one. */
  readonly since: number | null;
}

/** The commit by which `next` begins a lesson. */
const begins = /^Begin (\S+): its tests count from now on$/;

/**
 * Looks at a clone through a copy of its objects: a clone that came from somebody else may have
 * settings that make git run programs.
 */
export async function lookAt(
  context: GitContext,
  work: StudentWork,
  clone: string,
): Promise<Whereabouts> {
  if (!existsSync(join(clone, '.git'))) return nothing(work, 'absent');
  const copy = mkdtempSync(join(tmpdir(), 'create-backend-class-'));
  try {
    const git = new Git(context, copy);
    await git.read('clone', '--quiet', '--bare', '--no-local', '--template=', '--', clone, '.');
    return readHistory(work, await git.list('log', '-z', '--reverse', '--format=%ct %s', 'HEAD'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param lines of each commit its seconds since 1970 and its subject, the first one first */
export function readHistory(work: StudentWork, lines: readonly string[]): Whereabouts {
  const [, ...commits] = lines.map(parseLine);
  if (commits.length === 0) return nothing(work, 'untouched');
  const beginning = commits.findLastIndex(({ subject }) => begins.test(subject));
  const theirs = (commit: Commit) => !begins.test(commit.subject);
  const [first = null] = work.assignment.mode === 'exercise' ? work.assignment.lessons : [];
  return {
    work,
    state: 'working',
    commits: commits.filter(theirs).length,
    last: commits.at(-1)!.time,
    lesson: beginning === -1 ? first : begins.exec(commits[beginning]!.subject)![1]!,
    commitsOnLesson: commits.slice(beginning + 1).filter(theirs).length,
    since: beginning === -1 ? null : commits[beginning]!.time,
  };
}

interface Commit {
  readonly time: number;
  readonly subject: string;
}

function parseLine(line: string): Commit {
  const space = line.indexOf(' ');
  return { time: Number(line.slice(0, space)) * 1000, subject: line.slice(space + 1) };
}

function nothing(work: StudentWork, state: Whereabouts['state']): Whereabouts {
  return { work, state, commits: 0, last: null, lesson: null, commitsOnLesson: 0, since: null };
}
