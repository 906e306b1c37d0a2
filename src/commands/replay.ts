import type { Context } from '../context.ts';
import { curlLine, shellOf } from '../checker/http/curl.ts';
import type { Sent } from '../checker/http/exchange.ts';
import { runChecks } from '../checker/run-checks.ts';
import { Session } from '../checker/session.ts';
import { loadChecks } from '../lessons/check-index.ts';
import { chooseTarget, type TargetFlags } from '../lessons/check-target.ts';
import { chooseChecks } from '../lessons/choose-checks.ts';

/** Requests of a check that are shown, the last ones of it. */
const MAX_SHOWN = 10;
const SEED = 1;
const TIMEOUT_S = 30;

/** Sets up the situation of a check, leaves the service running, and says what to try. */
export async function replay(name: string, flags: TargetFlags, context: Context): Promise<number> {
  const target = chooseTarget(flags, context);
  const checks = chooseChecks(await loadChecks(target.stage), { name, all: true }).slice(0, 1);
  const session = new Session(target, context.signal);
  const sent: Sent[] = [];
  const settings = {
    seed: SEED,
    timeout: TIMEOUT_S,
    bail: true,
    all: true,
    signal: context.signal,
    onRequest: (request: Sent) => void sent.push(request),
  };
  try {
    for await (const { title, state } of runChecks(session, checks, settings)) {
      context.out.say(
        `${state === 'pass' ? context.out.symbols.done : context.out.symbols.failed} ${title}`,
      );
    }
    for (const line of shownLines(sent, context)) context.out.print(line);
    await stayUntilStopped(session, context);
  } catch (error) {
    if (!context.signal.aborted) throw error;
  } finally {
    await session.close();
  }
  return 0;
}

function shownLines(sent: readonly Sent[], { env }: Pick<Context, 'env'>): string[] {
  const shell = shellOf(env, process.platform);
  const lines = sent.map((request) => curlLine(request, shell));
  return lines.filter((line, at) => lines.lastIndexOf(line) === at).slice(-MAX_SHOWN);
}

/** Ctrl-C is the usual end; a service that ends by itself is one, too. */
async function stayUntilStopped(
  { main, address }: Session,
  { out, signal }: Context,
): Promise<void> {
  if (main === null) return;
  out.say(`The service listens on http://${address.host}:${address.port}; Ctrl-C stops it.`);
  const interrupted = new Promise((resolve) => signal.addEventListener('abort', resolve));
  await Promise.race([main.ended, interrupted]);
}
