import type { HandedIn } from './find-submissions.ts';
import { seenAt } from './seen-at.ts';

/** Of several submissions of one work, the one that counts; and what is to be said of that. */
export function newestOf(handedIn: readonly HandedIn[]): {
  readonly newest: HandedIn | null;
  readonly notes: readonly string[];
} {
  const [newest = null, ...older] = handedIn
    .map((submission) => ({ submission, seen: seenAt(submission) }))
    .sort((left, right) => right.seen - left.seen)
    .map(({ submission }) => submission);
  const names = older.map(({ name }) => name).join(', ');
  return { newest, notes: older.length === 0 ? [] : [`It is newer than ${names}.`] };
}
