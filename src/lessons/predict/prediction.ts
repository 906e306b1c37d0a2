import type { CompiledTemplate } from '../../scaffold/render-template.ts';

/** The layers that a request goes down through, the outermost first. */
export const layers = ['router', 'schema', 'service', 'store'] as const;

/** A layer of a service, by the name that all stacks give it. */
export type Layer = (typeof layers)[number];

/** Who sends the request; where nothing is said, somebody who may do everything. */
export type Asker = 'nobody' | 'newcomer';

/** An exchange whose status is to be predicted, as the build compiled it. */
export interface Prediction {
  readonly question: CompiledTemplate;
  readonly as?: Asker;
  /** Requests that are sent before; `{id}` is that of the item that was made last. */
  readonly before: readonly CompiledTemplate[];
  /** As in a file of requests: method and path, headers, an empty line, a body. */
  readonly request: CompiledTemplate;
  /** Statuses to choose from, the right one among them. */
  readonly choices: readonly number[];
  /** The status that a service answers once the lesson is done. */
  readonly answer: number;
  /** The deepest layer that it comes to: the one that decides, or that keeps what was decided. */
  readonly decides: Layer;
  readonly why: CompiledTemplate;
}
