import type { ToldEntry } from '../../lessons/diary/tell-diary.ts';
import { Sentence } from '../parts/sentence.tsx';
import { sitePage, type Site } from '../site-page.tsx';

/** What the page of the diary shows. */
export interface DiaryView {
  readonly site: Site;
  /** The oldest first, as they are kept. */
  readonly entries: readonly ToldEntry[];
}

/** What went wrong so far, the newest first, each with its story and what mended it. */
export function diaryPage({ site, entries }: DiaryView): string {
  const body = (
    <div class="column" id="diary" data-live>
      <h1>Diary</h1>
      <p class="lead">What went wrong so far, what happened to others there, and what mended it.</p>
      {entries.length === 0 ? (
        <p>Nothing yet. Whatever a check finds will stand here.</p>
      ) : (
        <ul class="diary">{entries.toReversed().map(Entry)}</ul>
      )}
    </div>
  );
  return sitePage({ title: 'Diary', site, here: 'diary', body });
}

function Entry({ title, check, met, mended, returns, commit, story }: ToldEntry) {
  const often = returns === 0 ? '' : `, came back ${returns === 1 ? 'once' : `${returns} times`}`;
  const by = commit === null ? ' in what is not committed yet' : ` by ${commit}`;
  return (
    <li class={mended === null ? '' : 'mended'}>
      <h2>
        <Sentence text={title} />
      </h2>
      <p class="soft small">
        <code>{check}</code>, met {dayOf(met)}
        {often}
        {mended === null ? ', not mended yet' : `, mended ${dayOf(mended.time)}${by}`}
      </p>
      {story !== null && (
        <p>
          It happened to others: <Sentence text={story} />
        </p>
      )}
    </li>
  );
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}
