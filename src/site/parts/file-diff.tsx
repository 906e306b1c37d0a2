import type { FileDiff, Hunk } from '../../scaffold/stage-diff.ts';
import { Sentence } from './sentence.tsx';
import { asSentence } from './typeset.ts';

/** Where on its page a file is found. */
export function anchorOf({ path }: FileDiff): string {
  return `file-${path.replaceAll(/[^\w.-]+/g, '-')}`;
}

/** How many lines came and went. */
export function Counts({ added, removed }: Pick<FileDiff, 'added' | 'removed'>) {
  return (
    <span class="counts">
      {added > 0 && <span class="more">+{added}</span>}
      {removed > 0 && <span class="less">−{removed}</span>}
    </span>
  );
}

/** Changed files are open; what is new or gone as a whole is folded, and found by its reason. */
export function Change({ diff }: { readonly diff: FileDiff }) {
  const { path, change, why, hunks } = diff;
  const isChanged = change === 'changed';
  return (
    <details class="change" id={anchorOf(diff)} open={isChanged}>
      <summary>
        <h3>{path}</h3>
        {!isChanged && <span class="soft small">{change}</span>}
        <Counts {...diff} />
        {why !== null && (
          <p class="why">
            <Sentence text={asSentence(why)} />
          </p>
        )}
      </summary>
      {hunks.map((hunk) => (
        <ChangedLines hunk={hunk} isOneOfMany={hunks.length > 1} />
      ))}
    </details>
  );
}

/** Why these lines change, where that is, and the lines; the reason of a file's only ones is the file's. */
function ChangedLines({
  hunk,
  isOneOfMany,
}: {
  readonly hunk: Hunk;
  readonly isOneOfMany: boolean;
}) {
  const { place, lines, why } = hunk;
  return (
    <div class="hunk">
      {isOneOfMany && (
        <p class="place">
          {why !== null && <Sentence text={asSentence(why)} />} <code>{place}</code>
        </p>
      )}
      <pre tabIndex={0}>
        <code>{runsOf(lines).map(Run)}</code>
      </pre>
    </div>
  );
}

/** Lines that follow each other and have the same sign. */
interface LineRun {
  readonly sign: string;
  readonly lines: string[];
}

function runsOf(lines: readonly string[]): LineRun[] {
  const runs: LineRun[] = [];
  for (const line of lines) {
    const sign = line.charAt(0);
    const last = runs.at(-1);
    if (last?.sign === sign) last.lines.push(line);
    else runs.push({ sign, lines: [line] });
  }
  return runs;
}

function Run({ sign, lines }: LineRun) {
  const text = lines.join('\n');
  if (sign === '+') return <ins>{text}</ins>;
  if (sign === '-') return <del>{text}</del>;
  return <span class="same">{text}</span>;
}
