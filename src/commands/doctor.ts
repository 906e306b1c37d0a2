import type { Context } from '../context.ts';
import { examine, type Finding } from '../project/examine.ts';

/** `create-backend doctor`: what this machine can run, and the one command that mends the rest. */
export async function doctor(
  { json }: { json?: boolean },
  context: Pick<Context, 'run' | 'env' | 'signal' | 'cwd' | 'out'>,
): Promise<number> {
  const findings = await examine(context);
  const { print } = context.out;
  if (json) print(JSON.stringify({ findings }, null, 2));
  else print(findings.map((finding) => lineOf(finding, context.out)).join('\n'));
  return findings.some(({ state }) => state === 'missing') ? 1 : 0;
}

function lineOf({ state, what, found, needed, mend }: Finding, out: Context['out']): string {
  const symbol = {
    well: out.symbols.done,
    limited: out.symbols.warning,
    missing: out.symbols.failed,
  };
  const advice = mend === null ? '' : `\n    ${out.style.dim(`${needed}: ${mend}`)}`;
  return `${symbol[state]} ${what}: ${found}${advice}`;
}
