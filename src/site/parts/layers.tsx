import { deepestLayer, type LayerSteps } from '../../lessons/predict/layer-of.ts';
import { layers, type Layer } from '../../lessons/predict/prediction.ts';
import type { Step } from '../../lessons/predict/trace.ts';
import { Words } from './code.tsx';

/** What each layer does with a request. */
const tasks: Readonly<Record<Layer, string>> = {
  router: 'finds who answers at this address, and may turn it away at the door',
  schema: 'looks whether what was sent is allowed',
  service: 'knows the rules of the business',
  store: 'keeps the data, and finds them again',
};

/** Functions of a layer that are named at once; one of the layers has many more to do than the others. */
const AT_ONCE = 3;

interface LayersProps {
  /** What ran in each layer; null where nobody has looked. */
  readonly steps: LayerSteps | null;
  /** The deepest layer that is reached, where nobody has looked. */
  readonly reaches: Layer;
}

/** The layers of a service from the outside in, and how far a request has come. */
export function Layers({ steps, reaches }: LayersProps) {
  const deepest = layers.indexOf(steps === null ? reaches : deepestLayer(steps, reaches));
  return (
    <ol class="layers">
      {layers.map((layer, at) => (
        <li class={at > deepest ? 'unreached' : at === deepest ? 'reached decides' : 'reached'}>
          <strong>{layer}</strong>, which {tasks[layer]}
          {at > deepest && <span class="unseen">: it did not come here</span>}
          {at === deepest && <em> – decided here</em>}
          {steps !== null && <Steps steps={steps[layer]} />}
        </li>
      ))}
    </ol>
  );
}

/** The functions of the reader's own code that ran, those of the resource's routes first. */
function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const sorted = [...steps.filter(isRoute), ...steps.filter((step) => !isRoute(step))];
  const rest = sorted.slice(AT_ONCE);
  return (
    <>
      {sorted.slice(0, AT_ONCE).map(StepCode)}
      {rest.length > 0 && (
        <details>
          <summary>and {rest.length} more of your functions</summary>
          {rest.map(StepCode)}
        </details>
      )}
    </>
  );
}

function StepCode({ path, line, name, code }: Step) {
  return (
    <details>
      <summary>
        <code>
          {path}:{line}
        </code>{' '}
        {name}
      </summary>
      <pre tabIndex={0}>
        <code>
          <Words code={code} language="ts" />
        </code>
      </pre>
    </details>
  );
}

function isRoute({ path }: Step): boolean {
  return /routes\.\w+$/.test(path);
}
