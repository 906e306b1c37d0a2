import type { Stage } from '../../catalog/stages.ts';
import type { FileDiff } from '../../scaffold/stage-diff.ts';
import { anchorOf, Change, Counts } from '../parts/file-diff.tsx';
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
      <p class="lead column">
        <Sentence text={why} />
      </p>
      {groupsOf(diffs).map(([name, group]) => (
        <section>
          <h2>{name}</h2>
          <ul class="contents">
            {group.map((diff) => (
              <li>
                <a href={`#${anchorOf(diff)}`}>{diff.path}</a> <Counts {...diff} />
              </li>
            ))}
          </ul>
          {group.map((diff) => (
            <Change diff={diff} />
          ))}
        </section>
      ))}
    </>
  );
  return sitePage({ title, site, body });
}

/** What the stage is about comes first, and what stands around it last. */
function groupsOf(diffs: readonly FileDiff[]): (readonly [name: string, FileDiff[]])[] {
  const groups = [
    ['The service', diffs.filter((diff) => !isTest(diff) && !isAround(diff))],
    ['Its tests', diffs.filter(isTest)],
    ['Around it', diffs.filter(isAround)],
  ] as const;
  return groups.filter(([, group]) => group.length > 0);
}

function isTest({ path }: FileDiff): boolean {
  return /^tests?\//.test(path);
}

function isAround({ path }: FileDiff): boolean {
  return path.startsWith('.') || !path.includes('/');
}
