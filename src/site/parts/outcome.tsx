import type { Observation } from '../../lessons/predict/observe.ts';
import type { Layer } from '../../lessons/predict/prediction.ts';
import { Exchange } from './exchange.tsx';
import { Layers } from './layers.tsx';
import { Phases } from './phases.tsx';
import { Sentence } from './sentence.tsx';

/** A guess, and what was seen then. */
export interface Outcome {
  readonly guess: number;
  /** Null where the exchange did not come about, for the reason given. */
  readonly seen: Observation | null;
  readonly problem: string | null;
}

/** What was to be expected. */
interface Predicted {
  readonly answer: number;
  readonly decides: Layer;
  readonly why: string;
}

interface SeenProps {
  readonly prediction: Predicted;
  readonly outcome: Outcome;
}

/** What came of a prediction: the statuses, the bytes, the way through the layers, the times. */
export function Seen({ prediction, outcome: { guess, seen, problem } }: SeenProps) {
  if (seen === null) {
    return (
      <p class="card warn" tabIndex={-1} data-news>
        {problem}
      </p>
    );
  }
  return (
    <div class="seen" tabIndex={-1} data-news>
      <dl class="outcome">
        <Said name="You said" status={guess} />
        <Said name="It answered" status={seen.status} />
        {seen.status !== prediction.answer && (
          <Said name="Once this lesson is done" status={prediction.answer} />
        )}
      </dl>
      <p>
        <strong>{verdictOn(guess, seen.status, prediction.answer)}</strong>{' '}
        <Sentence text={prediction.why} />
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
