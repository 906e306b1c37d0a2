import type { Api } from '../../checker/api.ts';
import { isObject } from '../../checker/expect.ts';
import { Failure, NotRunnable } from '../../checker/failure.ts';
import type { Phases } from '../../checker/http/converse.ts';
import type { Answer } from '../../checker/http/exchange.ts';
import { tellExchange, type ToldExchange } from '../../checker/report/told-exchange.ts';
import type { DataSupply } from '../../checker/service/data.ts';
import { READY_WITHIN_MS, type Start } from '../../checker/service/service.ts';
import { Session } from '../../checker/session.ts';
import { describeStart } from '../../checker/start-check.ts';
import type { Target } from '../../checker/target.ts';
import { Items } from '../../checker/values/items.ts';
import { randomFrom } from '../../checker/values/random.ts';
import { UserError } from '../../errors.ts';
import type { RenderText } from '../lesson-text.ts';
import { byLayer, type LayerSteps } from './layer-of.ts';
import type { Prediction } from './prediction.ts';
import { Trace } from './trace.ts';
import { readRequest } from './written-request.ts';

/** What became of an exchange that was predicted. */
export interface Observation {
  readonly status: number;
  readonly exchange: ToldExchange;
  /** Milliseconds; measured by the client, the whole service lies in between. */
  readonly phases: Phases & { readonly done: number };
  /** What ran in the service; null where its runtime does not tell. */
  readonly steps: LayerSteps | null;
}

interface Settings {
  readonly render: RenderText;
  readonly signal: AbortSignal;
  /** Data for the service, which outlast one exchange. */
  readonly supply: DataSupply;
}

/**
 * Starts the reader's service as it is now, and has the exchange with it.
 * @throws UserError where the service does not start, or does not answer
 */
export async function observe(
  prediction: Prediction,
  target: Target,
  { render, signal, supply }: Settings,
): Promise<Observation> {
  const session = new Session(target, signal, supply);
  try {
    const start = await session.open();
    if (start.end !== 'ready') throw new Failure(failedStart(session, start));
    const items = new Items(target.resource, randomFrom(1, 'predict'), new Set());
    const api = session.api(items, signal, () => {});
    // The first request of a process takes many times as long as those that follow.
    await api.get(api.list);
    const asker = await askerOf(prediction, session, api);
    const id = await prepare(prediction, render, api);
    return await follow(session, () => asker.send(readRequest(render(prediction.request), id)));
  } catch (error) {
    throw explained(error);
  } finally {
    await session.close();
  }
}

async function askerOf({ as }: Prediction, session: Session, api: Api): Promise<Api> {
  const people = session.people(api);
  if (as === undefined) return api;
  return as === 'nobody' ? people.nobody : (await people.newcomer()).api;
}

/** Sends what comes before. Returns the id of what was made last. */
async function prepare({ before }: Prediction, render: RenderText, api: Api): Promise<unknown> {
  let id: unknown = null;
  for (const request of before) {
    const { json } = await api.send(readRequest(render(request), id));
    if (isObject(json) && json['id'] !== undefined) id = json['id'];
  }
  return id;
}

/** Has the exchange, and finds out what ran meanwhile. */
async function follow(session: Session, exchange: () => Promise<Answer>): Promise<Observation> {
  const { main, target } = session;
  const trace = main === null ? null : await Trace.begin(main.log, target.project!);
  try {
    await trace?.steps();
    const answer = await exchange();
    const steps = await trace?.steps();
    return {
      status: answer.status,
      exchange: tellExchange(answer.request, answer),
      phases: { ...answer.phases, done: answer.milliseconds },
      steps: steps === undefined ? null : byLayer(steps),
    };
  } finally {
    trace?.close();
  }
}

/** Where a service is traced, a debugger listens too and says so: only its end says something. */
function failedStart({ main }: Session, start: Start) {
  const silent = `it does not answer where PORT says within ${READY_WITHIN_MS / 1000} s`;
  const got = start.end === 'silent' ? silent : describeStart({ service: main!, start });
  return { expected: 'your service starts', got };
}

function explained(error: unknown): unknown {
  const why = error instanceof Failure ? error.finding.got : undefined;
  const reason = why ?? (error instanceof NotRunnable ? error.message : undefined);
  if (reason === undefined) return error;
  return new UserError(`The exchange did not come about: ${reason}.`, 'Mend that, and try again.');
}
