import { relative } from 'node:path';
import type { Context } from '../context.ts';
import { Cancelled } from '../errors.ts';
import type { Counts } from '../project/test-run.ts';
import type { Outcome, Step } from '../scaffold/create-project.ts';

type ReportContext = Pick<Context, 'cwd' | 'out'>;

const steps: readonly Step[] = ['install', 'commit', 'test'];

/** 0 when all that was asked for was done; 1 when tests failed, 2 when another step did. */
export function exitCodeOf({ steps: outcome }: Outcome, signal: AbortSignal): number {
  if (signal.aborted) return signal.reason instanceof Cancelled ? signal.reason.exitCode : 130;
  if (outcome.install.state === 'failed' || outcome.commit.state === 'failed') return 2;
  return outcome.test.state === 'failed' ? 1 : 0;
}

/** What a person reads at the end: what was made, what was tested, what to do next. */
export function textReport(outcome: Outcome, { cwd, out }: ReportContext): string {
  const { plan, files, kept, target } = outcome;
  const folder = relative(cwd, target) || '.';
  const { bold, dim } = out.style;
  return [
    '',
    `${out.symbols.done} ${bold(plan.name.npm)}: ${plan.stack.language}, stage ${plan.stage.number} (${plan.stage.id}), serving ${plan.resource.plural}; ${files.length - kept.length} files in ${folder}`,
    ...spellings(outcome, folder),
    ...kept.map((path) => `${out.symbols.warning} kept yours: ${path}`),
    ...steps.flatMap((step) => stepLines(step, outcome, out)),
    ...pinLines(outcome, out),
    '',
    bold('Next'),
    ...nextSteps(outcome, folder).map((line) => `  ${line}`),
    '',
    dim('Make it again:'),
    `  ${plan.remake}`,
  ].join('\n');
}

/**
 * The same for programs: one object. Times are in milliseconds.
 * @param lesson the one that a learner begins with, null for a finished project
 */
export function jsonReport(outcome: Outcome, lesson: string | null): object {
  const { plan, target, files, kept, phases, tests } = outcome;
  return {
    name: plan.name,
    directory: target,
    stack: plan.stack.id,
    stage: plan.stage.id,
    resource: plan.resource.name,
    packageManager: plan.packageManager.id,
    pinnedNode: plan.nodePin,
    files,
    kept,
    steps: outcome.steps,
    phases: Object.fromEntries(
      Object.entries(phases).map(([phase, time]) => [phase, Math.round(time)]),
    ),
    tests,
    lesson,
    open: plan.open,
    remake: plan.remake,
  };
}

/** Where one name had to be spelled in several ways, the ways. */
function spellings({ plan }: Outcome, folder: string): string[] {
  return folder === plan.name.npm || folder === '.' ? [] : [`  its package is ${plan.name.npm}`];
}

function stepLines(step: Step, outcome: Outcome, { symbols }: Context['out']): string[] {
  const { state, remark } = outcome.steps[step];
  if (state === 'skipped') return remark === null ? [] : [`${symbols.dash} no ${step}: ${remark}`];
  if (state === 'interrupted') return [`${symbols.failed} ${step}: interrupted`];
  if (state === 'failed') {
    return [`${symbols.failed} ${failureOf(step, outcome)}`, ...indent(remark ?? '')];
  }
  const note = remark === null ? '' : ` (${remark})`;
  return [`${symbols.done} ${successOf(step, outcome)}${note}`];
}

function successOf(step: Step, { plan, tests, phases }: Outcome): string {
  const seconds = ((phases[step] ?? 0) / 1000).toFixed(1);
  if (step === 'install')
    return `dependencies installed with ${plan.packageManager.id} in ${seconds} s`;
  if (step === 'commit') return 'first commit made';
  return `tests: ${countsOf(tests)} in ${seconds} s`;
}

function failureOf(step: Step, { tests }: Outcome): string {
  if (step === 'install') return 'the dependencies could not be installed:';
  if (step === 'commit') return 'the first commit could not be made:';
  return `tests: ${countsOf(tests)}:`;
}

function countsOf(counts: Counts | null): string {
  if (counts === null) return 'did not run to their end';
  const shown = Object.entries(counts).filter(([kind, count]) => kind === 'passed' || count > 0);
  return shown.map(([kind, count]) => `${count} ${kind}`).join(', ');
}

function pinLines({ plan }: Outcome, { symbols }: Context['out']): string[] {
  if (plan.nodePin === null) return [];
  const { minimum } = plan.stack.runtime;
  return [
    `${symbols.warning} the Node on this machine is older than ${minimum}, so the project brings its own (node ${plan.nodePin}): start things by ${plan.packageManager.run}, not by node`,
  ];
}

function nextSteps({ plan, steps: { install, test } }: Outcome, folder: string): string[] {
  const { run, id, install: installLine } = plan.packageManager;
  return [
    ...(folder === '.' ? [] : [`cd ${folder}`]),
    ...(install.state === 'done' ? [] : [installLine.slice(0, 2).join(' ')]),
    ...(test.state === 'done' ? [] : [`${id} ${id === 'bun' ? 'run ' : ''}test`]),
    `${run} dev`,
    ...(plan.open.length === 0 ? [] : [`${plan.kit.command} lesson`]),
  ];
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => `    ${line}`);
}
