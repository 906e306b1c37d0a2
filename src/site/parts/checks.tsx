import type { ToldResult } from '../../lessons/live/verdict.ts';
import { isDone, type ShownCheck, type ShownChecks } from '../checks-of-lesson.ts';
import { Failure } from './failure.tsx';
import { Sentence } from './sentence.tsx';

/** How a state is marked, and what it is called for those who do not see the mark. */
const marks: Readonly<Record<ShownCheck['state'], readonly [mark: string, name: string]>> = {
  pass: ['✓', 'passes'],
  fail: ['✗', 'fails'],
  'not-run': ['–', 'was not run'],
  'kit-fault': ['!', 'is broken itself'],
  unasked: ['·', 'was not asked yet'],
};

interface ChecksProps {
  readonly shown: ShownChecks;
  /** The kit as the reader calls it. */
  readonly command: string;
}

/** The line that stays in sight: a lamp for each check, and how it stands. */
export function Strip({ shown, command }: ChecksProps) {
  const { checks, elsewhere } = shown;
  const failing = checks.some(({ state }) => state === 'fail') || elsewhere.length > 0;
  const state = isDone(shown) ? 'pass' : failing ? 'fail' : '';
  return (
    <div class={`strip ${state}`} id="strip" data-live role="status">
      <ul class="lamps" aria-hidden="true">
        {checks.map((check) => (
          <li>
            <span class={`lamp ${check.state}`} />
          </li>
        ))}
      </ul>
      <span>{summaryOf(shown, command)}</span>
      <a href="#checks">{failing ? 'See why' : 'The checks'}</a>
    </div>
  );
}

function summaryOf(shown: ShownChecks, command: string) {
  const { checks, elsewhere, isAsking, time } = shown;
  const passed = checks.filter(({ state }) => state === 'pass').length;
  if (isAsking) return 'Asking your service…';
  if (time === null) {
    return (
      <>
        Not asked yet: <code>{command} check --watch</code>
      </>
    );
  }
  if (isDone(shown)) return `All ${checks.length} checks pass: done.`;
  const besides = elsewhere.length === 0 ? '' : `, ${elsewhere.length} of earlier lessons fail`;
  return `${passed} of ${checks.length} checks pass${besides}`;
}

/** What the lesson asks, how each stands, and the first failure in full. */
export function Checks({ shown, command }: ChecksProps) {
  const { checks, elsewhere, time } = shown;
  const failed = checks.flatMap(({ state, result }) =>
    state === 'fail' && result !== null ? [result] : [],
  );
  const first = elsewhere.find(isOfStart) ?? failed[0] ?? elsewhere[0];
  return (
    <section id="checks" data-live aria-labelledby="checks-title">
      <h2 id="checks-title">The checks</h2>
      {time !== null && <AskedAt time={time} />}
      {first !== undefined && <Failure result={first} command={command} />}
      <ul class="checks">
        {checks.map((check) => (
          <CheckLine {...check} />
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <>
          <h3>Of earlier lessons</h3>
          <ul class="checks">
            {elsewhere.map(({ check, title, state }) => (
              <CheckLine id={check} title={title} state={state} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The service does not start: then nothing else could be asked. */
function isOfStart({ check }: ToldResult): boolean {
  return check === 'starts-on-its-port';
}

function AskedAt({ time }: { readonly time: string }) {
  return (
    <p class="soft small">
      As of <time dateTime={time}>{new Date(time).toLocaleTimeString('en-GB')}</time>.
    </p>
  );
}

/** One check on a line. */
export function CheckLine({ id, title, state }: Pick<ShownCheck, 'id' | 'title' | 'state'>) {
  const [mark, name] = marks[state];
  return (
    <li>
      <span class={`mark ${state}`}>
        <span aria-hidden="true">{mark}</span>
        <span class="unseen">{name}:</span>
      </span>
      <span>
        <Sentence text={title} />
      </span>
      <code class="name">{id}</code>
    </li>
  );
}
