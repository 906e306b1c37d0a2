import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { LOGIN, newRegistration } from '../../../src/checker/people/person.ts';

/** Samples for each kind; an account takes fewer failures than its limit. */
const ACCOUNTS = 3;
const TRIES = 4;
const ROUNDS = 3;

/** Where nothing is hashed for an unknown e-mail, the answer comes ten times sooner. */
export const timingCheck: Check = {
  id: 'strangers-learn-nothing-by-waiting',
  title: 'an unknown e-mail takes as long to be refused as a wrong password',
  likely: 'for an unknown e-mail nothing is hashed, and the quick answer gives it away',
  seconds: 20,
  run: async (question) => {
    let ratio = 0;
    // A busy machine may slow one kind down by chance, and hardly thrice.
    for (let round = 0; round < ROUNDS && ratio < 0.5; round++) ratio = await measure(question);
    const got = `it takes ${ratio.toFixed(2)} times as long`;
    expect.that(ratio >= 0.5, 'at least half as long', undefined, got);
  },
};

/** Median time of unknown e-mails as a multiple of that of wrong passwords. */
async function measure({ people }: Question): Promise<number> {
  const [known, unknown]: [number[], number[]] = [[], []];
  const { password } = newRegistration();
  const timed = async (email: string) =>
    (await people.nobody.post(LOGIN, { email, password })).milliseconds;
  for (let account = 0; account < ACCOUNTS; account++) {
    const { email } = await people.newcomer();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      known.push(await timed(email));
      unknown.push(await timed(newRegistration().email));
    }
  }
  return median(unknown) / median(known);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!;
}
