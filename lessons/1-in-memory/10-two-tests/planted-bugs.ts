import type { TestLab } from '../../../src/lessons/your-tests/test-lab.ts';

/** The bugs that tests are to notice: ids of known mistakes, and what users would say of them. */
export const bugs: readonly (readonly [mistake: string, report: string])[] = [
  ['created-is-200', 'what is created answers another status than before'],
  ['delete-that-keeps', 'what was deleted is still there'],
  ['key-twice', 'there are two of what may be there only once'],
  ['nothing-is-fine', 'what does not exist is answered as if it did'],
  ['nothing-required', 'things come in that lack what they need'],
  ['rule-turned-round', 'what is closed can be changed'],
];

/** How tests have done. */
export interface Noticed {
  readonly noticed: number;
  /** How many bugs the tests could be tried on. */
  readonly judged: number;
  /** What users would say of one that the tests missed; empty where they missed none. */
  readonly missed: string;
}

/** Plants one bug after the other, until enough of them are noticed. */
export async function countNoticed(lab: TestLab, enough: number): Promise<Noticed> {
  const tried: { readonly report: string; readonly isNoticed: boolean }[] = [];
  const count = () => tried.filter(({ isNoticed }) => isNoticed).length;
  let judged = bugs.length;
  for (const [mistake, report] of bugs) {
    if (count() >= enough) break;
    const notice = await lab.notices(mistake);
    if (notice === 'unknown') judged -= 1;
    else tried.push({ report, isNoticed: notice === 'noticed' });
  }
  const missed = tried.find(({ isNoticed }) => !isNoticed)?.report ?? '';
  return { noticed: count(), judged, missed };
}
