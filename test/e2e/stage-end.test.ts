import { describe, expect, test } from 'vitest';
import { Learner } from '../support/learner.ts';
import { machine, type Machine } from '../support/machine.ts';
import { keys, Terminal } from '../support/terminal.ts';

/** Somebody who has all lessons of the first stage behind them. */
async function atTheEnd(place: Machine = machine()): Promise<Learner> {
  const learner = await Learner.start(['--learn'], place);
  const progress = { ...learner.progress(), current: null };
  learner.write('.git/create-backend/progress.json', JSON.stringify(progress));
  return learner;
}

const openTerminal = (learner: Learner, { env }: Machine) =>
  new Terminal(['next'], { cwd: learner.folder, env });

describe('the end of a stage', () => {
  test('offers the letter, and then the next stage', async () => {
    const place = machine();
    const learner = await atTheEnd(place);
    const first = openTerminal(learner, place);
    await first.shows('create-backend upgrade');
    await first.answer('Where to?', keys.enter);
    expect(await first.ended).toBe(0);
    expect(learner.git('log', '-1', '--format=%s')).toContain('Receive a letter: ');

    const second = openTerminal(learner, place);
    await second.answer('Where to?', keys.down, keys.down, keys.enter);
    expect(await second.ended).toBe(0);
    expect(second.text).toMatch(/Stage 2: SQLite[^]*The customer's letter[^]*Nowhere yet/);
    expect(await learner.status()).toMatchObject({ stage: 'in-memory' });
  });

  test('asks nothing without a terminal, and names the ways', async () => {
    const learner = await atTheEnd();
    const { exitCode, stdout } = await learner.type('next');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/create-backend mail .*\n.*create-backend upgrade /);
  });

  test('is no way on while checks fail', async () => {
    const learner = await atTheEnd();
    const { exitCode, stdout } = await learner.type('next', '--yes');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Not all checks of in-memory pass.');
  });

  test('is left when told, and the first lesson of the next stage begins there', async () => {
    const learner = await atTheEnd();
    await learner.type('next', '--yes', '--anyway');
    const moved = learner.git('log', '-1', '--format=%H %s');
    expect(moved).toContain('Move my-api on to the sqlite stage');
    const { stage, current, begun } = learner.progress();
    expect({ stage, current }).toEqual({ stage: 'sqlite', current: '01-it-forgets' });
    expect(begun[current]).toBe(moved.split(' ')[0]);
  });
});
