import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { Failure, NotRunnable } from '../../../src/checker/failure.ts';
import { tellingLines } from '../../../src/checker/service/log.ts';
import { TestLab } from '../../../src/lessons/your-tests/test-lab.ts';
import { countNoticed } from './planted-bugs.ts';

/** Tests that are run one by one at most; each takes about half a second. */
const MOST_ALONE = 12;
const SHOWN_LINES = 5;

/** Lesson 10: the learner's own tests are tested. */
export const checks: readonly Check[] = [
  {
    id: 'own-tests-pass',
    title: 'there are tests in `test/yours`, and they pass on the sound project',
    likely: 'a test expects what was never promised, or it has found a fault of the service',
    needs: ['start', 'project', 'tests', 'patience'],
    until: 1,
    seconds: 60,
    run: async (question) => {
      const lab = await openLab(question);
      const { ok, tests, output } = await lab.run();
      const failed = tests.find(({ hasPassed }) => !hasPassed)?.name;
      const said = tellingLines(output.split('\n'), SHOWN_LINES).join(' ');
      const got = failed === undefined ? `no test has passed: ${said}` : `"${failed}" fails`;
      expect.that(ok, 'at least one test, and all of them pass', undefined, got);
    },
  },
  {
    id: 'own-tests-notice-two',
    title: 'your tests notice at least two of six bugs that are planted in copies of the project',
    likely:
      'the tests ask without looking at the answer, or look at what the framework does anyway',
    needs: ['start', 'project', 'tests', 'patience'],
    until: 1,
    seconds: 120,
    run: (question) => mustNotice(question, 2),
  },
  {
    id: 'own-tests-notice-five',
    title: 'your tests notice five of the six bugs',
    likely: 'they follow the happy path only: try what is refused, missing, repeated or forbidden',
    needs: ['start', 'project', 'tests', 'patience'],
    until: 1,
    seconds: 120,
    run: (question) => mustNotice(question, 5),
  },
  {
    id: 'own-tests-stand-alone',
    title: 'each of your tests passes when it runs alone',
    likely: 'a test needs what another one has left behind: let each one make what it needs',
    needs: ['start', 'project', 'tests', 'patience'],
    until: 1,
    seconds: 120,
    run: async (question) => {
      const lab = await openLab(question);
      const { tests } = await lab.run();
      for (const { name } of tests.slice(0, MOST_ALONE)) {
        const { ok } = await lab.run(name);
        expect.that(ok, 'each test passes alone, too', undefined, `"${name}" does not`);
      }
    },
  },
];

/** Whoever is at this lesson is to write tests; elsewhere there may be none. */
async function openLab(question: Question): Promise<TestLab> {
  const lab = await TestLab.open(question);
  if (lab !== null) return lab;
  if (!question.isAtHand) throw new NotRunnable('there are no tests in test/yours');
  throw new Failure({ expected: 'tests in test/yours', got: 'there are none' });
}

async function mustNotice(question: Question, wanted: number): Promise<void> {
  const lab = await openLab(question);
  if (!(await lab.run()).ok) throw new NotRunnable('it needs tests that pass as they are');
  const { noticed, judged, missed } = await countNoticed(lab, wanted);
  const needed = Math.min(wanted, judged - 1);
  const got = `${noticed} of ${judged}; one that they miss: ${missed}`;
  expect.that(noticed >= needed, `at least ${needed} of them are noticed`, undefined, got);
}
