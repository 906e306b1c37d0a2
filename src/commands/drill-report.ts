import type { Context } from '../context.ts';
import { shellOf } from '../checker/http/curl.ts';
import { reportText } from '../checker/report/text.ts';
import type { Drill } from '../lessons/drill/drill.ts';
import type { Judgement } from '../lessons/drill/judge-drill.ts';
import { loadMistakes } from '../lessons/mistakes.ts';
import type { Kit } from '../scaffold/plan.ts';

/** What is to be done, when a drill begins. */
export function assignment({ symptom, back }: Drill, { out }: Context, { command }: Kit): string[] {
  return [
    `${out.style.bold('Users report:')} ${symptom}`,
    '',
    'Something in the last commit causes it, among changes that do no harm.',
    ...(back === null
      ? []
      : [`It did not fit your code: you are on a branch with the kit's, off ${back}.`]),
    'Find it, mend it, and add a test to test/yours that would have caught it.',
    `Then: ${command} drill status`,
  ];
}

/** How far a drill has come, line by line, and the failed check in full. */
export function showJudgement(
  judgement: Judgement,
  drill: Drill,
  context: Context,
  kit: Kit,
): void {
  const { out, env } = context;
  const { check, hasNewTest, passesNow, failsBroken } = judgement;
  const line = (isWell: boolean, text: string) => {
    out.print(
      `${isWell ? out.style.green(out.symbols.done) : out.style.red(out.symbols.failed)} ${text}`,
    );
  };
  line(check.state === 'pass', `what users reported is mended: ${drill.symptom}`);
  line(hasNewTest, 'test/yours has a test that is new');
  if (hasNewTest) line(passesNow, 'your tests pass on the project as it is now');
  if (hasNewTest) line(failsBroken, 'one of them fails on the version that was broken');
  if (check.state === 'pass') return;
  const look = {
    ...out,
    shell: shellOf(env, process.platform),
    command: kit.command,
    guide: 'lessons',
  } as const;
  out.print(`\n${reportText([check], 1, check.milliseconds, look)}`);
}

/** What it was, when a drill is over. */
export function resolution({ mistake, back }: Drill, { out }: Context): string[] {
  const { story } = loadMistakes().find(({ id }) => id === mistake)!;
  const home = back === null ? [] : [`Back to your own code: git switch ${back}`];
  return [
    '',
    `${out.style.bold('What it was:')} ${mistake.replaceAll('-', ' ')}. ${story}`,
    ...home,
  ];
}
