import type { Observation } from '../../lessons/predict/observe.ts';
import type { Layer } from '../../lessons/predict/prediction.ts';
import { Exchange, Status } from './exchange.tsx';
import { Layers } from './layers.tsx';
import { Phases } from './phases.tsx';

/** An exchange to be predicted, in the words of one reader. */
export interface ShownPrediction {
  /** Its place in the lesson, from 1. */
  readonly number: number;
  readonly question: string;
  /** The request as it is written in a file of requests. */
  readonly request: string;
  readonly choices: readonly number[];
  readonly answer: number;
  readonly decides: Layer;
  readonly why: string;
  /** Where the guess is sent; null where no service is there to be asked. */
  readonly action: string | null;
  /** What came of it; null before. */
  readonly outcome: Outcome | null;
}

/** A guess, and what was seen then. */
export interface Outcome {
  readonly guess: number;
  /** Null where the exchange did not come about, for the reason given. */
  readonly seen: Observation | null;
  readonly problem: string | null;
}

/** Predict, then see. */
export function Predict({ prediction }: { readonly prediction: ShownPrediction }) {
  const { number, question, request, action, outcome } = prediction;
  return (
    <section class="card predict" id={`predict-${number}`} data-live aria-label="Predict, then see">
      <h3>{question}</h3>
      <pre tabIndex={0}>
        <code>{request.trim()}</code>
      </pre>
      {action === null ? (
        <Unserved prediction={prediction} />
      ) : (
        <Guess prediction={prediction} action={action} />
      )}
      {outcome !== null && <Seen prediction={prediction} outcome={outcome} />}
    </section>
  );
}

function Choices({ number, choices, outcome }: ShownPrediction) {
  return (
    <fieldset>
      <legend class="unseen">Your prediction</legend>
      <div class="choices">
        {choices.map((status) => (
          <label>
            <input
              type="radio"
              name="status"
              value={status}
              required
              checked={outcome?.guess === status}
              id={`guess-${number}-${status}`}
            />
            {status}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Guess({ prediction, action }: { prediction: ShownPrediction; action: string }) {
  return (
    <form method="post" action={action} data-swap={`predict-${prediction.number}`}>
      <Choices {...prediction} />
      <button class="first" type="submit" data-busy="Starting your service, and sending it…">
        {prediction.outcome === null ? 'Send it to my service' : 'Send it again'}
      </button>
    </form>
  );
}

/** Without a service the answer is told instead of seen. */
function Unserved({ prediction }: { prediction: ShownPrediction }) {
  const { number, choices, answer, why, decides } = prediction;
  return (
    <>
      <p class="choices" aria-label="The choices">
        {choices.map((status) => (
          <code>{status}</code>
        ))}
      </p>
      <details id={`answer-${number}`}>
        <summary>Choose one, then look</summary>
        <p>
          <Status code={answer} /> {why}
        </p>
        <Layers steps={null} reaches={decides} />
      </details>
    </>
  );
}

interface SeenProps {
  readonly prediction: ShownPrediction;
  readonly outcome: Outcome;
}

function Seen({ prediction, outcome: { guess, seen, problem } }: SeenProps) {
  if (seen === null) {
    return (
      <p class="card warn" tabIndex={-1} data-news>
        {problem}
      </p>
    );
  }
  return (
    <div tabIndex={-1} data-news>
      <dl class="outcome">
        <Said name="You said" status={guess} />
        <Said name="It answered" status={seen.status} />
        {seen.status !== prediction.answer && (
          <Said name="Once this lesson is done" status={prediction.answer} />
        )}
      </dl>
      <p>
        <strong>{verdictOn(guess, seen.status, prediction.answer)}</strong> {prediction.why}
      </p>
      <Exchange exchange={seen.exchange} />
      <h4>The way it took</h4>
      <Layers steps={seen.steps} reaches={prediction.decides} />
      <Phases phases={seen.phases} />
    </div>
  );
}

function Said({ name, status }: { readonly name: string; readonly status: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{status}</dd>
    </div>
  );
}

function verdictOn(guess: number, status: number, answer: number): string {
  if (status !== answer) {
    const isAhead = guess === answer ? 'You are ahead of your service. ' : '';
    return `${isAhead}Yours does not answer this yet as it will.`;
  }
  return guess === answer ? 'Just as you said.' : 'Not what you said, and worth a thought.';
}
