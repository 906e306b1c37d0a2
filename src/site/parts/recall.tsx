import type { Lesson } from '../../lessons/lesson.ts';
import { Sentence } from './sentence.tsx';

/** The question that comes back later, and its answer folded away. */
export function Recall({ recall }: Pick<Lesson, 'recall'>) {
  return (
    <section class="recall" aria-labelledby="recall-title">
      <h2 id="recall-title">Do you recall it later?</h2>
      <p>
        <Sentence text={recall.question} />
      </p>
      <details>
        <summary>The answer</summary>
        <p>
          <Sentence text={recall.answer} />
        </p>
      </details>
    </section>
  );
}
