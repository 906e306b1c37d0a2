import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { conflictCheck } from './conflict-check.ts';
import {
  commitsSince,
  hasLeftTheTrunk,
  isVague,
  secretsIn,
  someCommitsSince,
} from './own-commits.ts';

const LEAST_COMMITS = 3;

/** Lesson 02: the commits since the lesson began, and a conflict in a sandbox. */
export const checks: readonly Check[] = [
  {
    id: 'three-small-commits',
    title: 'there are at least three commits since this lesson began',
    likely: 'everything went into one commit: git add takes single files, too',
    needs: ['project'],
    run: async (question) => {
      const { length } = await commitsSince(question);
      const got = `${length} since the lesson began`;
      expect.that(length >= LEAST_COMMITS, `${LEAST_COMMITS} commits`, undefined, got);
    },
  },
  {
    id: 'work-is-on-a-branch',
    title: 'the commits since this lesson began are on a branch of their own, or came from one',
    likely: 'you are on main still: git switch --create <name> makes a branch and goes there',
    needs: ['project'],
    run: async (question) => {
      const commits = await someCommitsSince(question);
      const hasLeft = await hasLeftTheTrunk(question, commits);
      expect.that(hasLeft, 'a branch beside main', undefined, 'all of it is on main');
    },
  },
  {
    id: 'commits-say-what',
    title: 'each of these commits says in a few words what it does',
    likely: 'the message was only typed to get past the question; say what changes, and for whom',
    needs: ['project'],
    run: async (question) => {
      const vague = (await someCommitsSince(question)).find(({ subject }) => isVague(subject));
      const expected =
        'messages of a few words that fit this change and no other, up to 72 characters';
      expect.that(vague === undefined, expected, undefined, `"${vague?.subject}"`);
    },
  },
  {
    id: 'secrets-stay-out',
    title: '.env is in no commit since this lesson began, and git ignores it',
    likely: 'no line of .gitignore names it, or `git add .` took it along before there was one',
    needs: ['project'],
    run: async (question) => {
      const commits = await someCommitsSince(question);
      const [secret] = await secretsIn(question, commits);
      expect.that(secret === undefined, 'no .env in any commit', undefined, secret);
      const { exitCode } = await question.git.try('check-ignore', '--quiet', '.env');
      expect.that(exitCode === 0, '.env in .gitignore', undefined, 'git would take it');
    },
  },
  conflictCheck,
];
