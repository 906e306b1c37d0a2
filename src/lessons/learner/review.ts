import type { Stage } from '../../catalog/stages.ts';
import type { Random } from '../../checker/values/random.ts';
import type { Prompt } from '../../system/prompt.ts';
import type { Lesson } from '../lesson.ts';
import { stageOf } from '../load-lessons.ts';
import type { Progress } from './progress.ts';

/** How many questions a new stage begins with. */
const QUESTIONS = 2;

/** What became of a question. */
type Recalled = 'known' | 'forgotten' | 'skipped';

/**
 * Lessons of earlier stages to be recalled at the beginning of one: what was forgotten once comes
 * first. None where the stage has had its questions.
 * @param lessons those of the whole curriculum
 */
export function lessonsToRecall(
  progress: Progress,
  lessons: readonly Lesson[],
  stage: Stage,
  random: Random,
): readonly Lesson[] {
  if (progress.reviewed.includes(stage.id)) return [];
  const learned = lessons.filter(
    (lesson) => stageOf(lesson).number < stage.number && Object.hasOwn(progress.done, lesson.id),
  );
  const isForgotten = ({ id }: Lesson) => progress.forgotten.includes(id);
  const others = shuffled(
    learned.filter((lesson) => !isForgotten(lesson)),
    random,
  );
  return [...learned.filter(isForgotten), ...others].slice(0, QUESTIONS);
}

/** The progress once the questions of a stage were asked. */
export async function recall(
  lessons: readonly Lesson[],
  progress: Progress,
  stage: Stage,
  prompt: Prompt,
): Promise<Progress> {
  let { forgotten } = progress;
  for (const lesson of lessons) {
    const recalled = await ask(lesson, prompt);
    if (recalled === 'skipped') break;
    forgotten = forgotten.filter((id) => id !== lesson.id);
    if (recalled === 'forgotten') forgotten = [...forgotten, lesson.id];
  }
  return { ...progress, forgotten, reviewed: [...progress.reviewed, stage.id] };
}

async function ask({ recall: { question, answer } }: Lesson, prompt: Prompt): Promise<Recalled> {
  const ways = [
    { value: 'show', label: 'Show the answer' },
    { value: 'skip', label: 'Skip the questions' },
  ];
  if ((await prompt.select(`Do you recall? ${question}`, ways, 'show')) === 'skip')
    return 'skipped';
  const outcomes = [
    { value: 'known', label: 'I knew it' },
    { value: 'forgotten', label: 'I had forgotten it' },
  ] as const;
  return prompt.select<Recalled>(answer, outcomes, 'known');
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.map(() => left.splice(random.between(0, left.length - 1), 1)[0]!);
}
