import { describe, expect, it } from 'vitest';
import { parseResource } from '../../../src/catalog/parse-resource.ts';
import { presets } from '../../../src/catalog/presets.ts';
import type { PlacedCheck } from '../../../src/checker/check.ts';
import { Failure, NotRunnable } from '../../../src/checker/failure.ts';
import { reportJunit } from '../../../src/checker/report/junit.ts';
import { reportText } from '../../../src/checker/report/text.ts';
import { isGreen, type Result } from '../../../src/checker/result.ts';
import { runChecks } from '../../../src/checker/run-checks.ts';
import { Session } from '../../../src/checker/session.ts';

const plain = (text: string) => text;
const look = {
  style: { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain },
  symbols: { done: '+', failed: 'x', warning: '!', here: '>', dash: '-' },
  width: 80,
  shell: 'posix',
  command: 'create-backend',
  guide: 'lessons-and-hints',
} as const;
const signal = new AbortController().signal;

describe('a report', () => {
  it('shows the first failure in full, and the others in a line each', async () => {
    const results = await ask(failing('first', 'a red door'), failing('second', 'a blue door'));
    const text = reportText(results, 1, 0, look);
    expect(text).toContain('Expected  a red door');
    expect(text).not.toContain('a blue door');
    expect(text).toContain('x asks second  (got ; second, lesson 01-doors)');
    expect(isGreen(results)).toBe(false);
  });

  it('never takes a fault of the kit for one of the learner', async () => {
    const broken = placed('broken', () => {
      throw new TypeError('undefined is not a door');
    });
    const [, result] = await ask(broken);
    expect(result?.state).toBe('kit-fault');
    const text = reportText([result!], 1, 0, look);
    expect(text).toContain('The check broken is broken itself: a fault of create-backend');
    expect(text).toContain('undefined is not a door');
  });

  it('says why a check was not run, once for all that share the reason', async () => {
    const results = await ask(placed('a', findNoDoor), placed('b', findNoDoor));
    expect(reportText(results, 1, 0, look)).toContain('- not run: a, b (there is no door)');
    expect(isGreen(results)).toBe(true);
  });

  it('is well-formed XML whatever a service says', async () => {
    const results = await ask(failing('odd', '<door> & "\u0000\ud83d"'));
    const xml = reportJunit(results, 1, 0);
    expect(xml).toContain('expected &lt;door> &amp; &quot;');
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toContain('\u0000');
  });
});

function placed(id: string, work: () => void): PlacedCheck {
  const run = async () => work();
  return { id, title: `asks ${id}`, likely: 'a cause', lesson: '01-doors', from: 1, run };
}

function findNoDoor(): void {
  throw new NotRunnable('there is no door');
}

function failing(id: string, expected: string): PlacedCheck {
  return placed(id, () => {
    throw new Failure({ expected });
  });
}

/** Results of checks that need no service: nothing listens where it should. */
async function ask(...checks: PlacedCheck[]): Promise<Result[]> {
  const { resource } = parseResource(presets['tasks']);
  const address = { host: '127.0.0.1', port: 9 };
  const target = {
    resource: resource!,
    stage: 1,
    address,
    launch: null,
    project: null,
    databaseUrl: null,
    adminCommand: null,
    apiKey: null,
    atHand: null,
  };
  const session = new Session(target, signal);
  const settings = { seed: 1, bail: false, timeout: 5, all: true, signal };
  const results: Result[] = [];
  for await (const result of runChecks(session, checks, settings)) results.push(result);
  return results;
}
