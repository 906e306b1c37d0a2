import type { Stage } from '../../catalog/stages.ts';
import type { FileDiff, Hunk } from '../../scaffold/stage-diff.ts';
import { Sentence } from '../parts/sentence.tsx';
import { sitePage, type Site } from '../site-page.tsx';

/** What the page of a stage's changes shows. */
export interface ChangesView {
  readonly site: Site;
  readonly stage: Stage;
  /** Why the stage changes what it changes. */
  readonly why: string;
  readonly diffs: readonly FileDiff[];
}

/** What a stage changes in a project of the stage before, and why. */
export function changesPage({ site, stage, why, diffs }: ChangesView): string {
  const title = `What ${stage.title} changes`;
  const body = (
    <>
      <p class="trail">
        <a href={site.links.map}>Map</a> <span aria-hidden="true">/</span>{' '}
        <span>
          Stage {stage.number}, {stage.title}
        </span>
      </p>
      <h1>{title}</h1>
      <p class="lead column">{why}</p>
      <h2>Files</h2>
      <ul class="contents">
        {diffs.map((diff) => (
          <li>
            <a href={`#${anchorOf(diff)}`}>{diff.path}</a> <Counts {...diff} />
          </li>
        ))}
      </ul>
      {diffs.map((diff) => (
        <Change diff={diff} />
      ))}
    </>
  );
  return sitePage({ title, site, body });
}

function anchorOf({ path }: FileDiff): string {
  return `file-${path.replaceAll(/[^\w.-]+/g, '-')}`;
}

function Counts({ added, removed }: Pick<FileDiff, 'added' | 'removed'>) {
  return (
    <span class="counts">
      <span class="more">+{added}</span> <span class="less">−{removed}</span>
    </span>
  );
}

/** Changed files are open; what is new or gone as a whole is folded, and found by its reason. */
function Change({ diff }: { readonly diff: FileDiff }) {
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
            <Sentence text={why} />
          </p>
        )}
      </summary>
      {hunks.map((hunk) => (
        <ChangedLines hunk={hunk} isPlaced={isChanged} />
      ))}
    </details>
  );
}

/** Why these lines change, where that is, and the lines. */
function ChangedLines({ hunk, isPlaced }: { readonly hunk: Hunk; readonly isPlaced: boolean }) {
  const { place, lines, why } = hunk;
  return (
    <div class="hunk">
      {isPlaced && (
        <p class="place">
          {why !== null && <Sentence text={why} />} <code>{place}</code>
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
