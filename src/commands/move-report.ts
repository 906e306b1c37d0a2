import type { Stage } from '../catalog/stages.ts';
import { shellOf } from '../checker/http/curl.ts';
import { reportText } from '../checker/report/text.ts';
import type { Context } from '../context.ts';
import { Cancelled } from '../errors.ts';
import type { Verdict } from '../lessons/move/ask-stages.ts';
import type { Journal } from '../lessons/move/journal.ts';
import type { Begun } from '../lessons/move/pick.ts';
import type { Prepared } from '../lessons/move/prepare.ts';
import type { Settled, StepEnd } from '../lessons/move/settle-in.ts';
import type { PreparedUpgrade } from '../lessons/move/upgrade.ts';
import { warningLines } from './move-warnings.ts';
import type { KnownProject } from '../project/read-state.ts';

/** A context, with the words by which the kit was called. */
export interface Look extends Context {
  readonly command: string;
  readonly json: boolean;
}

/** Prints a result for people, or for programs with people's text beside it. */
export function show(look: Look, text: string, object: object, exitCode: number): number {
  const { print, say } = look.out;
  if (look.json) say(text);
  print(look.json ? JSON.stringify(object, null, 2) : text);
  return exitCode;
}

/** 0 when every step went well; 2 when it could not be installed, 1 when a test or a check failed. */
export function exitCodeOf({ steps, isInterrupted }: Settled, { signal }: Look): number {
  if (isInterrupted) return signal.reason instanceof Cancelled ? signal.reason.exitCode : 130;
  const failed = steps.find(({ ok }) => !ok);
  if (failed === undefined) return 0;
  return failed.step === 'install' ? 2 : 1;
}

/** What a move has come to. */
export function movedText(
  { prepared, journal, hasCheckpoint }: Begun & { readonly prepared: Prepared },
  look: Look,
): string {
  const lines = [completedText(journal, look), `  ${countsOf(prepared)}`];
  if (hasCheckpoint) lines.push('  What was not committed is in a commit of its own.');
  return lines.join('\n');
}

/** That a move is complete. */
export function completedText({ to, tag }: Journal, { out }: Look): string {
  return `${out.symbols.done} The project is at ${to}. Where it was before: the tag ${tag}.`;
}

/** What a move would come to. */
export function triedText({ stage }: KnownProject, prepared: PreparedUpgrade, look: Look): string {
  const { changes, conflicts, to } = prepared;
  const { added, changed, removed } = changes;
  return [
    `From ${stage.id} to ${to.id}: ${countsOf(prepared)}. Nothing is touched yet.`,
    ...added.map((path) => `  + ${path}`),
    ...changed.map((path) => `  ~ ${path}`),
    ...removed.map((path) => `  - ${path}`),
    ...warningLines(prepared, null, look),
    ...conflicts.map(({ path }) => `${look.out.symbols.failed} ${path}: in conflict`),
  ].join('\n');
}

/** Why a project is not moved. */
export function notGreenText(stage: Stage, verdict: Verdict, look: Look): string {
  const hint = `Mend it first, or go on all the same: ${look.command} upgrade --anyway`;
  const { failed } = look.out.symbols;
  return `${verdictText(verdict, look)}\n\n${failed} Not all checks of ${stage.id} pass. ${hint}`;
}

/** How the steps after a move went, and what comes next. */
export function settledText(
  { action }: Pick<Journal, 'action'>,
  { folder, packageManager, open }: KnownProject,
  { steps, isInterrupted }: Settled,
  look: Look,
): string {
  const { out } = look;
  const { run, install } = packageManager;
  const isInstalled = steps.some(({ step, ok }) => step === 'install' && ok);
  const next = [
    ...(look.cwd === folder ? [] : [`cd ${folder}`]),
    ...(isInstalled ? [] : [install.slice(0, 2).join(' ')]),
    `${run} dev`,
    ...(open.length > 0 ? [`${look.command} lesson`] : []),
  ];
  return [
    ...steps.map((end) => stepText(end, look)),
    ...(isInterrupted ? [`${out.symbols.failed} interrupted; the move itself is complete`] : []),
    '',
    out.style.bold('Next'),
    ...next.map((line) => `  ${line}`),
    out.style.dim(`  Undo it: ${look.command} ${action === 'back' ? 'upgrade' : 'back'}`),
  ].join('\n');
}

function countsOf({ changes: { added, changed, removed } }: Prepared): string {
  return `files: ${added.length} added, ${changed.length} changed, ${removed.length} removed`;
}

function stepText(end: StepEnd, look: Look): string {
  const { symbols } = look.out;
  if (end.ok) return `${symbols.done} ${successOf(end)}`;
  if (end.verdict !== null) return verdictText(end.verdict, look);
  const failure =
    end.step === 'install' ? 'the dependencies could not be installed:' : 'tests failed:';
  const indented = (end.remark ?? '').split('\n').map((line) => `    ${line}`);
  return [`${symbols.failed} ${failure}`, ...indented].join('\n');
}

function successOf({ step, remark, verdict }: StepEnd): string {
  if (step === 'install') return 'dependencies installed';
  if (verdict === null) return `tests: ${remark ?? 'they ran'}`;
  const passed = verdict.results.filter(({ state }) => state === 'pass');
  const others = verdict.results.length - passed.length;
  return `checks: ${passed.length} passed${others === 0 ? '' : `, ${others} not run`}`;
}

function verdictText({ results, seed, milliseconds }: Verdict, look: Look): string {
  const shell = shellOf(look.env, process.platform);
  return reportText(results, seed, milliseconds, {
    ...look.out,
    shell,
    command: look.command,
    guide: 'lessons',
  });
}
