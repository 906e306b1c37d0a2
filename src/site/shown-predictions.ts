import type { RenderText } from '../lessons/lesson-text.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Outcome } from './parts/outcome.tsx';
import type { ShownPrediction } from './parts/prediction.tsx';

/** What is to be predicted in a lesson, in the words of one reader. */
export function shownPredictions(
  { predictions }: Pick<Lesson, 'predictions'>,
  render: RenderText,
  served: (number: number) => { action: string | null; outcome: Outcome | null },
): ShownPrediction[] {
  return predictions.map(({ question, request, why, choices, answer, decides }, at) => ({
    number: at + 1,
    question: render(question),
    request: render(request),
    why: render(why),
    choices,
    answer,
    decides,
    ...served(at + 1),
  }));
}
