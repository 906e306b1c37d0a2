import type { CompiledTemplate } from '../scaffold/render-template.ts';
import type { Prediction } from './predict/prediction.ts';

/** `practice` is judged by looking at the project; `reading` asks for nothing. */
export type LessonKind = 'code' | 'practice' | 'reading';

/** The front matter of a lesson. */
export interface LessonNotes {
  /** The name of its folder, unique in the whole curriculum, e.g. `03-create-and-read`. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the map. */
  readonly summary: string;
  /** What it teaches, each taught by no other lesson, e.g. `location-header`. */
  readonly concepts: readonly string[];
  readonly minutes: number;
  readonly kind: LessonKind;
  /** Regions of the templates that the learner writes, e.g. `03-create-and-read.created`. */
  readonly exercises: readonly string[];
  /** Lessons to be done before; those of another stage with it, e.g. `sqlite/01-it-forgets`. */
  readonly requires: readonly string[];
  /** One sentence, shown when it is done. */
  readonly learned: string;
  readonly recall: { readonly question: string; readonly answer: string };
}

/** A lesson as the build compiled it. */
export interface Lesson extends LessonNotes {
  /** Folder of its stage, e.g. `1-in-memory`. */
  readonly stage: string;
  readonly body: CompiledTemplate;
  /** From a nudge to nearly the code; none for a lesson that only wants to be read. */
  readonly hints: readonly CompiledTemplate[];
  /** Exchanges whose status the reader chooses first. */
  readonly predictions: readonly Prediction[];
}

/** What closes a stage: its checklist of quality and its table of common mistakes. */
export interface Gate {
  readonly title: string;
  readonly body: CompiledTemplate;
}

/** The lessons of a stage, in their order. */
export interface StageLessons {
  /** Null where none is written. */
  readonly gate: Gate | null;
  readonly lessons: readonly Lesson[];
}
