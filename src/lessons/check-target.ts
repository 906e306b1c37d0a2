import { resolve } from 'node:path';
import { parseResource } from '../catalog/parse-resource.ts';
import { presets } from '../catalog/presets.ts';
import type { Resource } from '../catalog/resource.ts';
import { findStage, stages } from '../catalog/stages.ts';
import type { Target } from '../checker/target.ts';
import type { Address } from '../checker/http/converse.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { findProject, type KnownProject } from '../project/read-state.ts';
import { atHandIn } from './learner/progress.ts';
import { readJsonFile } from '../system/read-json.ts';
import { chooseAdminCommand, chooseLaunch } from './choose-launch.ts';

/** What a person says about the service to check; what is left out is read from the project. */
export interface TargetFlags {
  readonly url?: string;
  readonly start?: string;
  readonly migrate?: string;
  readonly makeAdmin?: string;
  readonly stage?: string;
  readonly resource?: string;
}

/** The service of the project in a folder. */
export function targetOfProject(folder: string, env: NodeJS.ProcessEnv): Target {
  return chooseTarget({}, { cwd: folder, env });
}

/** The service to check, from flags and the project that the current folder lies in. */
export function chooseTarget(flags: TargetFlags, context: Pick<Context, 'cwd' | 'env'>): Target {
  if (flags.url !== undefined && flags.start !== undefined) {
    throw new UserError(
      '--url and --start exclude each other.',
      'Name a service that runs, or one to start.',
    );
  }
  const project = findProject(context.cwd);
  const isOther = flags.url !== undefined || flags.start !== undefined;
  if (project === null && !isOther) {
    throw new UserError(
      'Here is no project of create-backend.',
      'Go into one, or name a service: --url http://127.0.0.1:3000, or --start "node server.js"',
    );
  }
  return {
    resource: chooseResource(flags.resource, project, context.cwd),
    stage: chooseStage(flags.stage, project),
    address: flags.url === undefined ? null : readAddress(flags.url),
    launch: flags.url === undefined ? chooseLaunch(flags, project, context) : null,
    project: isOther ? null : project!.folder,
    databaseUrl: context.env['DATABASE_URL'] || null,
    adminCommand: chooseAdminCommand(flags, isOther ? null : project, context),
    apiKey: flags.url === undefined ? null : context.env['API_KEY'] || null,
    atHand: isOther ? null : atHandIn(project!.folder),
  };
}

function chooseResource(
  flag: string | undefined,
  project: KnownProject | null,
  cwd: string,
): Resource {
  if (flag === undefined && project !== null) return project.resource;
  const wanted = flag ?? 'tasks';
  const schema = Object.hasOwn(presets, wanted)
    ? presets[wanted]
    : readJsonFile(resolve(cwd, wanted), wanted);
  const { resource, problems } = parseResource(schema);
  if (resource !== null) return resource;
  const [first] = problems;
  throw new UserError(`${wanted} is no resource: ${first!.pointer || 'it'} ${first!.reason}.`);
}

function chooseStage(flag: string | undefined, project: KnownProject | null): number {
  if (flag === undefined) return project?.stage.number ?? 1;
  const stage = findStage(flag);
  if (stage !== undefined) return stage.number;
  throw new UserError(`"${flag}" is no stage.`, `Stages: ${stages.map(({ id }) => id).join(', ')}`);
}

function readAddress(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'http:') {
    throw new UserError(`"${url}" is no address.`, 'Give one like http://127.0.0.1:3000');
  }
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(parsed.port || 80) };
}
