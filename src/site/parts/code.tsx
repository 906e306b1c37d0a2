import type { ComponentChildren } from 'preact';
import { highlight, type CodeNode } from '../../lessons/page/highlight.ts';

interface CodeProps {
  readonly code: string;
  /** As fenced code names it; words are coloured where it is known. */
  readonly language: string;
}

/** Code on a page. It scrolls sideways, so the keyboard must reach it. */
export function Code({ code, language }: CodeProps) {
  return (
    <pre tabIndex={0}>
      <code>
        <Words code={code} language={language} />
      </code>
    </pre>
  );
}

/** Code of a file of the project, with its path above it. */
export function QuotedCode({ path, ...props }: CodeProps & { readonly path: string }) {
  return (
    <figure class="quoted">
      <figcaption>{path}</figcaption>
      <Code {...props} />
    </figure>
  );
}

/** The words of code, coloured. */
export function Words({ code, language }: CodeProps) {
  const nodes = highlight(code, language);
  return <>{nodes === null ? code : nodes.map(paint)}</>;
}

function paint(node: CodeNode): ComponentChildren {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  const names = node.properties['className'] as string[];
  return <span class={names.join(' ')}>{(node.children as CodeNode[]).map(paint)}</span>;
}
