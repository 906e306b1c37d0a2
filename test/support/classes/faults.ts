import { loadMistakes } from '../../../src/lessons/mistakes.ts';
import { plantMistake } from '../../../src/lessons/plant.ts';
import type { Plan } from '../../../src/scaffold/plan.ts';
import type { Files } from '../../../src/scaffold/render.ts';

/** What is wrong with a submission, what that costs, and how its student learns of it. */
export interface Fault {
  readonly name: string;
  /** The files that are handed in, made from a solution and the work of its practice. */
  readonly spoil: (solution: Files, plan: Plan) => Files;
  /** How the work was committed; as the lesson asks where nothing is said. */
  readonly history?: 'given' | 'uncommitted' | 'empty' | 'none';
  /** Ids of the checks that it fails; `everything` where no service can be asked. */
  readonly loses: readonly string[] | 'everything';
  /** What the feedback says of it. */
  readonly says: RegExp;
}

const SERVER = 'src/server.ts';
const asItIs = (solution: Files) => solution;

/** A mistake that the kit knows: it costs the check that is there to catch it, and nothing else. */
export function planted(id: string): Fault {
  const mistake = loadMistakes().find((each) => each.id === id)!;
  return {
    name: id,
    spoil: (solution, plan) => plantMistake(mistake, plan, solution),
    loses: [mistake.check],
    says: new RegExp(`^${mistake.check}$`, 'm'),
  };
}

function without(path: (plan: Plan) => string, says: RegExp, loses: Fault['loses']): Fault {
  const spoil = (solution: Files, plan: Plan) =>
    new Map([...solution].filter(([name]) => name !== path(plan)));
  return { name: 'a file is missing', spoil, loses, says };
}

/** Files are missing. */
export const incomplete: readonly Fault[] = [
  without(() => SERVER, /Cannot find module .*server\.ts/, 'everything'),
  without(
    ({ resource }) => `src/${resource.path}/schema.ts`,
    /Cannot find .*schema\.ts/,
    'everything',
  ),
  without(() => 'package-lock.json', /It has no package-lock\.json that can be read/, []),
];

/** Files that no program can read. */
export const unreadable: readonly Fault[] = [
  {
    name: 'a syntax error',
    spoil: (solution) => changed(solution, SERVER, (text) => `${text}\nconst = 1;\n`),
    loses: 'everything',
    says: /SyntaxError/,
  },
  {
    name: 'a manifest that is no JSON',
    spoil: (solution) => changed(solution, 'package.json', (text) => text.slice(0, -3)),
    loses: 'everything',
    says: /It has no package\.json that can be read/,
  },
];

const ofCommits = [
  'three-small-commits',
  'work-is-on-a-branch',
  'commits-say-what',
  'secrets-stay-out',
];

/** Work of which git knows nothing. */
export const uncommitted: readonly Fault[] = [
  { history: 'uncommitted', says: /0 since the lesson began/ },
  { history: 'empty', says: /a git repository with a commit/ },
  { history: 'none', says: /a git repository with a commit/ },
].map(({ history, says }) => {
  const name = `no commits: ${history}`;
  return {
    name,
    spoil: asItIs,
    history: history as Fault['history'],
    loses: ofCommits,
    says,
  } as Fault;
});

/** What the assignment did not ask for. */
export const foreign: readonly Fault[] = [
  {
    name: 'a service in Python',
    spoil: (_, { resource }) =>
      new Map([
        ['main.py', 'print("hello")\n'],
        ['create-backend.json', JSON.stringify({ stack: 'python', resource: resource.schema })],
      ]),
    loses: 'everything',
    says: /Its stack is python; the assignment is for typescript/,
  },
  {
    name: 'a service in Go',
    spoil: () => new Map([['main.go', 'package main\n\nfunc main() {}\n']]),
    loses: 'everything',
    says: /It has no create-backend\.json/,
  },
];

/** The solution with another program in the place of its service, or before it. */
export function withProgram(
  name: string,
  program: string,
  says: RegExp,
  place: 'instead' | 'before' = 'instead',
): Fault {
  const spoil = (solution: Files) =>
    changed(solution, SERVER, (text) => (place === 'instead' ? program : `${program}\n${text}`));
  return { name, spoil, loses: place === 'instead' ? 'everything' : [], says };
}

/** A solution with one file changed. */
export function changed(solution: Files, path: string, change: (text: string) => string): Files {
  return new Map([...solution, [path, change(solution.get(path)!)]]);
}

/** A repository that was handed in as it was given out. */
export const asGiven: Fault = {
  name: 'nothing is done',
  spoil: () => new Map(),
  history: 'given',
  loses: 'everything',
  says: /^post-answers-201$/m,
};
