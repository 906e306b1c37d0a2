import type { Layer } from '../../lessons/predict/prediction.ts';
import { readRequest } from '../../lessons/predict/written-request.ts';
import { MessageText, Status } from './exchange.tsx';
import { Layers } from './layers.tsx';
import { Seen, type Outcome } from './outcome.tsx';
import { Sentence } from './sentence.tsx';

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

/** Predict, then see. */
export function Predict({ prediction }: { readonly prediction: ShownPrediction }) {
  const { number, question, request, action, outcome } = prediction;
  return (
    <section class="card predict" id={`predict-${number}`} data-live aria-label="Predict, then see">
      <h3>
        <Sentence text={question} />
      </h3>
      <Written request={request} />
      {action === null ? (
        <Unserved prediction={prediction} />
      ) : (
        <Guess prediction={prediction} action={action} />
      )}
      {outcome !== null && <Seen prediction={prediction} outcome={outcome} />}
    </section>
  );
}

/** The request before it is sent: an id in it is not known yet. */
function Written({ request }: Pick<ShownPrediction, 'request'>) {
  const { method, path, headers = [], body } = readRequest(request, '{id}');
  return (
    <MessageText line={`${method} ${path}`} headers={headers} body={body?.toString() ?? null} />
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
          <Status code={answer} /> <Sentence text={why} />
        </p>
        <Layers steps={null} reaches={decides} />
      </details>
    </>
  );
}
