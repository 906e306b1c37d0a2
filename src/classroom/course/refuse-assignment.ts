import type { Assignment } from './course.ts';
import type { Section } from './section.ts';

/** An id names a folder, and is there once. */
export function refuseDouble(
  section: Section,
  { id }: Assignment,
  earlier: readonly Assignment[],
): void {
  if (earlier.some((each) => each.id === id)) section.report('id', `"${id}" is there twice`);
}

/** A letter can come to the repositories of an earlier assignment of the same stack and stage. */
export function refuseContinuation(
  section: Section,
  { continues, mode, stack, stage }: Assignment,
  earlier: readonly Assignment[],
): void {
  if (continues === null) return;
  const first = earlier.find(({ id }) => id === continues);
  const fits = first?.stack === stack && first.stage === stage && first.continues === null;
  if (mode !== 'mail') section.report('continues', 'only a letter (mode: mail) can continue');
  else if (first === undefined)
    section.report('continues', `no assignment "${continues}" is above`);
  else if (!fits || first.mode === 'blank')
    section.report(
      'continues',
      `${continues} has another stack or stage, or no project to go on in`,
    );
}
