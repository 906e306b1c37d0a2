/**
 * The long runs of a release: every mistake on three resources, twenty seeds of each stage, three of
 * the presets and of a resource with a field of every type. `npm run prove`, or `npm run prove --
 * flakes` for the runs whose command holds that word. Prints a line of Markdown for each run, and
 * keeps what it said in `.cache/prove/`. Ends with 1 when a run found something.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { stages } from '../src/catalog/stages.ts';

const allTypes = 'test/fixtures/resources/all-types.json';
const everyStage = stages.map(({ id }) => id);
/** Where resources make the most difference: values in memory, in columns, and with owners. */
const tellingStages = ['in-memory', 'sqlite', 'auth'];

const runs: readonly (readonly string[])[] = [
  ...everyStage.map((stage) => ['--stage', stage]),
  ...['books', allTypes].flatMap((resource) =>
    everyStage.map((stage) => ['--resource', resource, '--stage', stage]),
  ),
  ...everyStage.map((stage) => ['--flakes', '20', '--stage', stage]),
  ...['notes', 'books', 'members', 'products', allTypes].flatMap((resource) =>
    tellingStages.map((stage) => ['--flakes', '3', '--resource', resource, '--stage', stage]),
  ),
];

const wanted = process.argv.slice(2);
const chosen = runs.filter((run) => wanted.every((word) => run.join(' ').includes(word)));
mkdirSync('.cache/prove', { recursive: true });
console.log('| `create-backend dev verify` with | outcome | minutes |\n| --- | --- | --- |');
for (const run of chosen) prove(run);

function prove(run: readonly string[]): void {
  const name = run.join(' ').replaceAll(/[^\w]+/g, '-');
  const log = openSync(`.cache/prove/${name}.log`, 'w');
  const since = Date.now();
  const { status } = spawnSync('node', ['bin/create-backend.js', 'dev', 'verify', ...run], {
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  if (status !== 0) process.exitCode = 1;
  const minutes = ((Date.now() - since) / 60_000).toFixed(1);
  console.log(
    `| \`${run.join(' ')}\` | ${status === 0 ? 'well' : `exit ${status}`} | ${minutes} |`,
  );
}
