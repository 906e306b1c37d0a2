import { layers, type Layer } from './prediction.ts';
import type { Step } from './trace.ts';

/** By layer, the files that belong to it; all others are on the way to a route or back from it. */
const places: readonly (readonly [Layer, RegExp])[] = [
  ['store', /(?:store|repository)\.\w+$|\/db\//],
  ['service', /service\.\w+$/],
  ['schema', /(?:schemas?|fields|parameters|faults|compilers)\.\w+$/],
];

/** What ran in each layer. */
export type LayerSteps = Readonly<Record<Layer, readonly Step[]>>;

/** Sorts what ran by layers. */
export function byLayer(steps: readonly Step[]): LayerSteps {
  const found = layers.map((layer) => [layer, steps.filter(({ path }) => layerOf(path) === layer)]);
  return Object.fromEntries(found) as LayerSteps;
}

/** The layer that a file belongs to, by its path. */
export function layerOf(path: string): Layer {
  return places.find(([, pattern]) => pattern.test(path))?.[0] ?? 'router';
}

/**
 * The layer that a request went down to. A schema is asked between the router and the service, by a
 * library: none of the project's own functions need run for it.
 * @param meant the layer that decides it in a sound service
 */
export function deepestLayer(steps: LayerSteps, meant: Layer): Layer {
  const seen = layers.findLastIndex((layer) => steps[layer].length > 0);
  if (meant === 'schema' && seen < layers.indexOf('service')) return 'schema';
  return layers[seen] ?? 'router';
}
