import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../checker/values/random.ts';
import { Git, type GitContext } from '../../project/git.ts';
import { writeFiles } from '../../project/files.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { STATE_FILE } from '../../project/state.ts';
import type { Plan } from '../../scaffold/plan.ts';
import { renderProject, type Files } from '../../scaffold/render.ts';
import { loadTemplates } from '../../scaffold/template-set.ts';
import { tryToPlant } from '../plant.ts';
import type { Drillable } from './choose-drill.ts';
import { addDecoys } from './decoys.ts';
import type { Drill } from './drill.ts';

/** What a commit is called that could hold anything. */
const messages = [
  'Tidy up',
  'Simplify some expressions',
  'Small improvements',
  'Clean up after review',
];

/**
 * Plants a mistake among harmless changes, in a commit: in the learner's own code where it fits,
 * else in the kit's version of the project, on a branch of its own.
 */
export async function plantDrill(
  context: GitContext,
  project: KnownProject,
  plan: Plan,
  mistake: Drillable,
  random: Random,
): Promise<Drill> {
  const git = await new Git(context, project.folder).committing();
  const solved = { ...plan, open: [] };
  const own = await readOwnFiles(git);
  const fits = tryToPlant(mistake, solved, own) !== null;
  const back = fits ? null : await git.read('rev-parse', '--abbrev-ref', 'HEAD');
  const files = fits ? own : await switchToKit(git, project, solved);
  const broken = addDecoys(tryToPlant(mistake, solved, files) ?? files, solved, random);
  writeFiles(project.folder, changes(files, broken));
  await git.read('commit', '--quiet', '--all', '-m', random.pick(messages));
  const { id, symptom, check } = mistake;
  return { mistake: id, symptom, check, broken: await git.read('rev-parse', 'HEAD'), back };
}

async function readOwnFiles(git: Git): Promise<Files> {
  const paths = await git.list('ls-files', '-z', '--', 'src');
  const there = paths.filter((path) => existsSync(join(git.folder, path)));
  return new Map(there.map((path) => [path, readFileSync(join(git.folder, path), 'utf8')]));
}

/** A branch on which the project is as the kit would make it, besides the learner's own tests. */
async function switchToKit(git: Git, project: KnownProject, plan: Plan): Promise<Files> {
  const rendered = renderProject(plan, loadTemplates(plan.stack.id, plan.stage), null);
  const files = new Map([...rendered].filter(([path]) => path !== STATE_FILE));
  await git.read('switch', '--quiet', '--create', await freeBranch(git));
  for (const path of (await readOwnFiles(git)).keys()) rmSync(join(project.folder, path));
  writeFiles(project.folder, files);
  await git.read('add', '--all', '.');
  await git.read(
    'commit',
    '--quiet',
    '--allow-empty',
    '-m',
    'Take the version of the kit, for a drill',
  );
  return files;
}

async function freeBranch(git: Git): Promise<string> {
  const taken = await git.read('branch', '--list', '--format=%(refname:short)', 'drill-*');
  const numbers = taken.split('\n').map((name) => Number(name.slice('drill-'.length)) || 0);
  return `drill-${Math.max(0, ...numbers) + 1}`;
}

function changes(before: Files, after: Files): Files {
  return new Map([...after].filter(([path, text]) => before.get(path) !== text));
}
