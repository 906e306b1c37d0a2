import type { Stage } from '../../catalog/stages.ts';
import type { Plan } from '../../scaffold/plan.ts';
import type { Files } from '../../scaffold/render.ts';
import { renderClassroom } from '../classroom-templates.ts';
import type { TaskValues } from './task.ts';

/** A file by which a student says how something of their service is run. */
export interface Script {
  readonly name: string;
  /** The flag of `check` that takes its command, and the same as a key. */
  readonly flag: string;
  readonly key: 'start' | 'migrate' | 'makeAdmin';
  readonly says: string;
  readonly example: string;
  /** Number of the stage that needs it first. */
  readonly from: number;
}

const scripts: readonly Script[] = [
  {
    name: 'start.sh',
    flag: '--start',
    key: 'start',
    says: 'How the service is started.',
    example: 'node server.js',
    from: 1,
  },
  {
    name: 'migrate.sh',
    flag: '--migrate',
    key: 'migrate',
    says: 'What brings the database of the service up to date.',
    example: 'node migrate.js',
    from: 2,
  },
  {
    name: 'make-admin.sh',
    flag: '--make-admin',
    key: 'makeAdmin',
    says: 'What makes a user an admin; their e-mail is the first argument.',
    example: 'node make-admin.js "$1"',
    from: 4,
  },
];

/** Name of the JSON Schema in a repository without a source. */
export const RESOURCE_FILE = 'resource.json';

/** The scripts that a service of a stage is run by. */
export function scriptsOf(stage: Stage): readonly Script[] {
  return scripts.filter(({ from }) => from <= stage.number);
}

/** What `check` is told in a repository without a source. */
export function blankCheckFlags(stage: Stage): string {
  const commands = scriptsOf(stage).map(({ name, flag }) => `${flag} "sh ${name}"`);
  return `${commands.join(' ')} --stage ${stage.id} --resource ${RESOURCE_FILE}`;
}

/** The contract that a finished project keeps, and nothing of the project itself. */
export function blankFiles(plan: Plan, project: Files, values: TaskValues): Files {
  const readme = project.get('README.md')!;
  return new Map([
    ['.gitignore', project.get('.gitignore')!],
    ['CONTRACT.md', contractOf(readme, plan)],
    ['README.md', `# ${plan.name.npm}\n`],
    [RESOURCE_FILE, `${JSON.stringify(plan.resource.schema, null, 2)}\n`],
    ...scriptsOf(plan.stage).map((script): [string, string] => [
      script.name,
      renderClassroom('script.sh', { ...values, script }),
    ]),
  ]);
}

/** What the project's README says of the resource and its routes. */
function contractOf(readme: string, { resource }: Plan): string {
  const start = readme.indexOf('## The resource');
  const end = readme.indexOf('## Scripts');
  if (start === -1 || end === -1) throw new Error('the README of the project has no contract');
  return `# A REST API for ${resource.plural.replaceAll('_', ' ')}\n\n${readme.slice(start, end).trimEnd()}\n`;
}
