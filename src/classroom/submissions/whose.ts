import type { StudentWork } from '../course/student-work.ts';
import type { Student } from '../course/course.ts';
import type { HandedIn } from './find-submissions.ts';

/** What was handed in, by the work that it is; and what is nobody's, or might be several people's. */
export interface Sorted {
  readonly byWork: ReadonlyMap<StudentWork, readonly HandedIn[]>;
  readonly unknown: readonly HandedIn[];
}

/** Finds out whose each submission is, by its name. */
export function sortByWork(
  submissions: readonly HandedIn[],
  works: readonly StudentWork[],
): Sorted {
  const byWork = new Map<StudentWork, HandedIn[]>();
  const unknown: HandedIn[] = [];
  for (const submission of submissions) {
    const work = whose(submission.name, works);
    if (work === null) unknown.push(submission);
    else byWork.set(work, [...(byWork.get(work) ?? []), submission]);
  }
  return { byWork, unknown };
}

/** The one work that a name tells of: the name itself before one that holds more; null where none or several are. */
function whose(name: string, works: readonly StudentWork[]): StudentWork | null {
  const text = name.replace(/\.zip$/i, '').toLowerCase();
  for (const tells of [isItself, isLabelled, isNamed]) {
    const found = works.filter((work) => tells(text, work));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) return null;
  }
  return null;
}

function isItself(text: string, work: StudentWork): boolean {
  return [work.name, ...work.students.flatMap(labelsOf)].some(
    (label) => label.toLowerCase() === text,
  );
}

/** `hw1-ada`, or `lovelaceada_4711_99_project`: a label of theirs between other words. */
function isLabelled(text: string, work: StudentWork): boolean {
  const labels = [work.name, ...work.students.flatMap(labelsOf)];
  return labels.some((label) => words(text).includes(words(label.toLowerCase())));
}

/** `Ada Lovelace_123_assignsubmission_file`, or `lovelaceada_…`: their whole name before the rest. */
function isNamed(text: string, { students }: StudentWork): boolean {
  const begin = plain(text.split('_')[0]!);
  return students.some(({ name }) => {
    const usual = name.toLowerCase().split(/\s+/);
    const turned = [usual.at(-1)!, ...usual.slice(0, -1)];
    return [usual, turned].some((order) => plain(order.join('')) === begin);
  });
}

function labelsOf({ identifier, username, email, lms }: Student): string[] {
  const known = [identifier, username, email, email?.split('@')[0], ...Object.values(lms)];
  return known.filter((label) => typeof label === 'string' && label !== '') as string[];
}

/** Its words, with a space before and after each. */
function words(text: string): string {
  return ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;
}

/** Letters and digits alone. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
