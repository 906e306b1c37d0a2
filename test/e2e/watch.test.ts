import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processesWith } from '../../src/system/process-table.ts';
import { Learner } from '../support/learner.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { Terminal } from '../support/terminal.ts';
import { environmentWithNode } from '../support/toolchain.ts';

const GREETING = 'src/http/health.ts';
/** In the environment of all that a test starts, so that what stays behind is found. */
const MARK = 'WATCH_TEST';

test('a lesson turns green after the save that solves it, and the next one is a key away', async () => {
  const { learner, env } = await newcomer();
  const terminal = new Terminal(['check', '--watch'], { cwd: learner.folder, env });
  await terminal.shows('`status` of the body is "hello"');
  await terminal.shows('q quit');

  terminal.type('h');
  await terminal.shows('A nudge (1 of 3), 00-start-here');
  learner.edit(GREETING, "'hello'", "'ok'");
  await terminal.shows('Start here: done.');

  terminal.type('n');
  await terminal.shows('01-raw-http: ');
  expect(learner.progress()).toMatchObject({
    current: '01-raw-http',
    hints: { '00-start-here': 1 },
  });
  terminal.type('q');
  expect(await terminal.ended).toBe(0);
  expect(processesWith(`${MARK}=${env[MARK]}`)).toEqual([]);
});

test('a save ends the round under way, and an interrupt ends it all', async () => {
  const { learner, env } = await newcomer();
  const terminal = new Terminal(['check', '--watch'], { cwd: learner.folder, env });
  await terminal.shows('Asking…');
  learner.edit(GREETING, "'hello'", "'good evening'");
  await terminal.shows('"good evening"');
  terminal.type('\u0003');
  expect(await terminal.ended).toBe(130);
  expect(processesWith(`${MARK}=${env[MARK]}`)).toEqual([]);
});

async function newcomer() {
  const root = temporaryFolder();
  const cwd = join(root, 'work');
  mkdirSync(cwd);
  const env = { ...environmentWithNode(root), [MARK]: root };
  return { learner: await Learner.start(['--learn', '--no-test'], { cwd, env }), env };
}
