import type { Check, Question } from '../../../src/checker/check.ts';
import { rowsWith } from '../../../src/checker/database/rows.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { newRegistration, REGISTER } from '../../../src/checker/people/person.ts';

/** Registrations at the same time. */
const CROWD = 16;
/** How much of their time another answer may take; on one thread it waits for nearly all of them. */
const LONGEST_SHARE = 0.4;
const ATTEMPTS = 4;
/** The least cost (RFC 9106 calls them m, in KiB, and t). */
const LEAST_MEMORY = 19_456;
const LEAST_TIME = 2;

/** The checks of how passwords are kept. */
export const hashChecks: readonly Check[] = [
  {
    id: 'passwords-are-kept-as-argon2id',
    title: 'the database keeps a password as an argon2id hash, costly enough, and nowhere as text',
    likely: 'the password is stored as it is, or hashed so cheaply that guessing is fast',
    needs: ['start'],
    run: async (question) => {
      const person = await question.people.newcomer();
      const hash = await storedHash(question, person.email);
      expect.that(
        hash !== null,
        'a PHC string ($argon2id$…) in the row of the user',
        undefined,
        '',
      );
      const [, memory, time] = /^\$argon2id\$v=\d+\$m=(\d+),t=(\d+)/.exec(hash!)!;
      const isCostly = Number(memory) >= LEAST_MEMORY && Number(time) >= LEAST_TIME;
      const cost = `m=${LEAST_MEMORY}, t=${LEAST_TIME} or more`;
      expect.that(isCostly, cost, undefined, `m=${memory}, t=${time}`);
      const plain = await rowsWith(databaseOf(question), person.password);
      const where = `it stands in ${plain[0]?.table}`;
      expect.that(plain.length === 0, 'the password in no row', undefined, where);
    },
  },
  {
    id: 'same-passwords-look-different',
    title: 'two users with the same password have different hashes',
    likely: 'one salt for all, or none: who cracks one password has cracked them all',
    needs: ['start'],
    run: async (question) => {
      const one = await question.people.newcomer();
      const other = await question.people.newcomer({ password: one.password });
      const [left, right] = [
        await storedHash(question, one.email),
        await storedHash(question, other.email),
      ];
      const isSalted = left !== null && left !== right;
      expect.that(isSalted, 'two different hashes', undefined, `both are ${left}`);
    },
  },
  {
    id: 'hashing-stalls-nobody',
    title: `while ${CROWD} people register at once, other requests are answered`,
    likely: 'the hash is computed on the thread that serves all requests',
    seconds: 20,
    run: async ({ people }) => {
      let share = Infinity;
      // A busy machine may hold one answer up by chance, and hardly every time.
      for (let attempt = 0; attempt < ATTEMPTS && share > LONGEST_SHARE; attempt++) {
        share = Math.min(share, await longestWait(people.nobody));
      }
      if (share === Infinity) {
        throw new NotRunnable('it registers many at once, and the database is too slow for that');
      }
      const got = `one of them took ${Math.round(share * 100)} % of the time that all hashes took`;
      expect.that(share <= LONGEST_SHARE, 'other answers come meanwhile', undefined, got);
    },
  },
];

/**
 * The longest of other answers while many people register, as a share of that time; Infinity
 * where the database, on a busy machine, could not keep up with them.
 */
async function longestWait(nobody: Question['api']): Promise<number> {
  const since = performance.now();
  const crowd = Array.from({ length: CROWD }, () => nobody.post(REGISTER, newRegistration()));
  const isDone = { yet: false };
  const registered = Promise.all(crowd).finally(() => (isDone.yet = true));
  let longest = 0;
  while (!isDone.yet) {
    longest = Math.max(longest, (await nobody.get('/health/live')).milliseconds);
  }
  const took = performance.now() - since;
  const answers = await registered;
  if (answers.some(({ status }) => status === 503)) return Infinity;
  for (const answer of answers) expect.status(answer, 201);
  return longest / took;
}

async function storedHash(question: Question, email: string): Promise<string | null> {
  const rows = await rowsWith(databaseOf(question), email);
  const values = rows.flatMap(({ row }) => Object.values(row));
  return values.map(String).find((value) => value.startsWith('$argon2id$')) ?? null;
}

function databaseOf({ service }: Question) {
  if (service.database !== null) return service.database;
  throw new NotRunnable('it looks into the database, which is not known');
}
