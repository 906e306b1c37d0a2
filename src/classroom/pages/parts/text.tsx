import { printable } from '../../../system/printable.ts';
import { Literal } from '../../../site/parts/sentence.tsx';

/** A sentence that may hold what a student's service has said. */
export function Told({ text }: { readonly text: string }) {
  return <Literal text={printable(text)} />;
}

/** Lines that a student's service may have written, as they are. */
export function Verbatim({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre tabIndex={0} role="region" aria-label={label}>
      <code>{printable(text)}</code>
    </pre>
  );
}
