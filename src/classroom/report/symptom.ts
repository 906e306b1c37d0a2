import type { LessonGrade } from '../grades.ts';
import type { Cause } from './causes.ts';
import type { ResourceNames } from './graded-work.ts';

/** A failure as the same one looks in every variant, so that equal ones can be counted. */
export interface Symptom {
  /** Equal for failures of one and the same cause. */
  readonly key: string;
  /** What happened, in a sentence. */
  readonly text: string;
}

const status = /^(\d{3})\b/;
/** How a runtime names an error: `TypeError: x is not a function`, `SyntaxError [CODE]: …`. */
const thrown = /\b([A-Z]\w*(?:Error|Exception)\b(?: \[\w+\])?(?:: [^"\n]{1,120})?)/;

/** What happened, whoever's resource it happened to. */
export function symptomOf({ check, lesson }: Cause, resource: ResourceNames): Symptom {
  const title = variantless(check.title, resource);
  if (check.state === 'not-run')
    return alike(`Not run: ${variantless(check.reason ?? '', resource)}`);
  const [wanted, came] = [check.expected, check.got].map((text) => status.exec(text ?? '')?.[1]);
  const error = thrown.exec(check.log.join('\n'))?.[1];
  if (error !== undefined && (came === undefined || came.startsWith('5'))) {
    return alike(`The service throws ${variantless(error, resource)}`);
  }
  if (isUndone(lesson)) return alike(`Nothing of the lesson “${lesson.title}” is there yet`);
  const asked = check.tried === null ? null : requestIn(check.tried, resource);
  const isOther = wanted === undefined ? !came?.startsWith('2') : came !== wanted;
  if (asked !== null && came !== undefined && isOther) {
    const text = `${asked} answers ${came}${wanted === undefined ? '' : `, and not ${wanted}`}`;
    return { key: text, text };
  }
  return { key: `${lesson.id} ${check.id} ${came}`, text: `Not so: ${title}` };
}

/** Of several checks by which points are earned, not one passes. */
function isUndone({ checks }: LessonGrade): boolean {
  const earning = checks.filter(({ role }) => role === 'earns');
  return earning.length > 2 && earning.every(({ state }) => state !== 'pass');
}

/** A text without what differs between variants: names of the resource, numbers, quoted values. */
export function variantless(text: string, { name, plural, path }: ResourceNames): string {
  const replaced = [
    ...spellings(plural).map((word) => [word, '{items}'] as const),
    [path, '{items}'] as const,
    ...spellings(name).map((word) => [word, '{item}'] as const),
  ];
  return replaced.reduce(
    (shown, [word, placeholder]) =>
      shown.replaceAll(new RegExp(`(?<![a-z])${RegExp.escape(word)}(?![a-z])`, 'gi'), placeholder),
    text,
  );
}

/** `line_item`, `line item` and `lineitem`. */
function spellings(word: string): readonly string[] {
  return [word, word.replaceAll('_', ' '), word.replaceAll('_', '')];
}

/** What differs in its numbers alone is the same. */
function alike(text: string): Symptom {
  return { key: text.replaceAll(/\d+/g, 'N'), text };
}

/** Method and path of a command line, e.g. `POST /api/v1/{items}/{id}`; null where it is no such line. */
function requestIn(tried: string, resource: ResourceNames): string | null {
  const url = /https?:\/\/[^/\s']+(\/[^\s'?]*)/.exec(tried);
  if (url === null) return null;
  const method =
    / -X (\w+)/.exec(tried)?.[1] ?? (/^curl(?:\.exe)? -I/.test(tried) ? 'HEAD' : 'GET');
  const path = variantless(url[1]!, resource).replaceAll(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) =>
    /^\/v\d$/.test(part) ? part : '/{id}',
  );
  return `${method} ${path}`;
}
