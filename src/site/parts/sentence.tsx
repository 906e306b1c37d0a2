import type { ComponentChildren } from 'preact';
import { typeset } from './typeset.ts';

interface Worded {
  /** What stands between backticks is code. */
  readonly text: string;
}

/** A sentence of ours. */
export function Sentence({ text }: Worded) {
  return <>{withCode(text, typeset)}</>;
}

/** What a service said, or should have said: each sign counts, quotes too. */
export function Literal({ text }: Worded) {
  return <>{withCode(text, String)}</>;
}

function withCode(
  text: string,
  prose: (part: string, isInside: boolean) => string,
): ComponentChildren {
  return text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? prose(part, at > 0) : <code>{part}</code>));
}
