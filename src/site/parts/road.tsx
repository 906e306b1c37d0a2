import type { StageMark } from '../../lessons/learner/road-map.ts';
import { roadShape } from './road-shape.ts';

/** The roadmap as a road with a pin where the reader is; the list below it says the same in words. */
export function Road({ map }: { readonly map: readonly StageMark[] }) {
  const driven = drivenOn(map);
  const { stations, whole, driven: behind, reached } = roadShape(map.length, driven ?? 0);
  return (
    <svg class="road" viewBox="0 0 1000 215" aria-hidden="true">
      <path class="bed" d={whole} />
      <path class="marking" d={whole} />
      {behind !== '' && <path class="driven" d={behind} />}
      {behind !== '' && <path class="driven-marking" d={behind} />}
      {map.map(({ stage, standing }, at) => {
        const [x, y] = stations[at]!;
        return (
          <g class={`station ${standing}`}>
            <circle cx={x} cy={y} r="24" />
            <text class="number" x={x} y={y + 7}>
              {stage.number}
            </text>
            <text class="label" x={x} y={y + 52}>
              {stage.title}
            </text>
          </g>
        );
      })}
      {driven !== null && <Pin at={reached} />}
    </svg>
  );
}

/** How far the reader is, in stages; null where the map is nobody's own. */
function drivenOn(map: readonly StageMark[]): number | null {
  const at = map.findIndex(({ standing }) => standing === 'here');
  if (at === -1) return null;
  const { lessons } = map[at]!;
  const done = lessons.filter(({ standing }) => standing === 'done').length;
  return at + (lessons.length === 0 ? 0 : done / lessons.length);
}

function Pin({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  return (
    <g transform={`translate(${x} ${y - 18})`}>
      <path class="pin" d="M0 0C-4-14-18-22-18-38a18 18 0 0 1 36 0C18-22 4-14 0 0z" />
      <circle class="pin-eye" cy="-38" r="6.5" />
    </g>
  );
}
