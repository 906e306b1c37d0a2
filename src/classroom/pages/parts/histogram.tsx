import type { Distribution } from '../../report/distribution.ts';
import { countText } from '../../report/points-text.ts';

const [WIDTH, HEIGHT, FLOOR, STEP] = [660, 240, 196, 60];
const LEFT = 34;

/** How many works are in each tenth of the points: as a picture, and as a table for who sees none. */
export function Histogram({ distribution }: { readonly distribution: Distribution }) {
  const { tenths } = distribution;
  const most = Math.max(1, ...tenths);
  const title = tenths.map((count, at) => `${rangeOf(at)}: ${count}`).join('; ');
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`Works by points. ${title}`}>
        <Median distribution={distribution} />
        {tenths.map((count, at) => (
          <Bar count={count} at={at} height={(count / most) * 150} />
        ))}
        <line class="axis" x1={LEFT} x2={LEFT + 10 * STEP} y1={FLOOR} y2={FLOOR} />
        {Array.from({ length: 11 }, (_, at) => (
          <text class="tick" x={LEFT + at * STEP} y={FLOOR + 20}>
            {at * 10}
          </text>
        ))}
        <text class="tick" x={LEFT + 5 * STEP} y={FLOOR + 40}>
          percent of the points
        </text>
      </svg>
    </figure>
  );
}

interface BarProps {
  readonly count: number;
  readonly at: number;
  readonly height: number;
}

function Bar({ count, at, height }: BarProps) {
  const left = LEFT + at * STEP;
  return (
    <g>
      <rect class="bar-of" x={left + 4} y={FLOOR - height} width={STEP - 8} height={height} rx="3">
        <title>{`${rangeOf(at)}: ${countText(count, 'work')}`}</title>
      </rect>
      {count > 0 && (
        <text class="count" x={left + STEP / 2} y={FLOOR - height - 7}>
          {count}
        </text>
      )}
    </g>
  );
}

/** A line through all heights, where half of the works are on each side. */
function Median({ distribution: { median } }: { readonly distribution: Distribution }) {
  if (median === null) return null;
  const x = LEFT + (median / 100) * 10 * STEP;
  return (
    <g>
      <line class="median" x1={x} x2={x} y1={24} y2={FLOOR} />
      <text class="median-name" x={x} y={16} text-anchor={median > 80 ? 'end' : 'middle'}>
        median {median} %
      </text>
    </g>
  );
}

function rangeOf(at: number): string {
  return at === 9 ? '90 to 100 %' : `${at * 10} to below ${at * 10 + 10} %`;
}
