import type { Plan } from './plan.ts';
import { renderPath } from './render.ts';
import type { TemplateSet } from './template-set.ts';

/** What stages say about their changes of one file. */
export interface Reasons {
  /** Null where they say nothing. */
  readonly why: string | null;
  /** By a text that a changed line holds: why its hunk is there. */
  readonly hunks: readonly (readonly [text: string, why: string])[];
}

export const UNEXPLAINED: Reasons = { why: null, hunks: [] };

/** Why a hunk changes nothing but imports. */
const IMPORTED = 'what the rest of the file needs from elsewhere';

/** What stages say, by the files' paths in the project; the last one speaks for a file. */
export function reasonsOf(plan: Plan, templates: TemplateSet): Map<string, Reasons> {
  const reasons = new Map<string, Reasons>();
  for (const { notes } of templates) {
    for (const source of new Set([...Object.keys(notes.notes), ...Object.keys(notes.hunks)])) {
      const path = renderPath(source, plan);
      const earlier = reasons.get(path) ?? UNEXPLAINED;
      reasons.set(path, {
        why: notes.notes[source] ?? earlier.why,
        hunks: [...earlier.hunks, ...Object.entries(notes.hunks[source] ?? {})],
      });
    }
  }
  return reasons;
}

/**
 * Why a hunk is there, apart from its file's own reason; null where nothing more is said.
 * @param lines each with its sign
 */
export function whyOfHunk(lines: readonly string[], { hunks }: Reasons): string | null {
  const changing = lines.filter((line) => /^[-+]/.test(line));
  const found = hunks.filter(([text]) => changing.some((line) => line.includes(text)));
  if (found.length > 0) return [...new Set(found.map(([, why]) => why))].join('; ');
  return changing.every((line) => /^[-+](?:import |from |$)/.test(line)) ? IMPORTED : null;
}
