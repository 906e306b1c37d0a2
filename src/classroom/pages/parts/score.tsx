import type { Points } from '../../grades.ts';
import { percentOf, pointsText } from '../../report/points-text.ts';

/** The total, large, and how far it reaches. */
export function Score({ points }: { readonly points: Points }) {
  const { total, possible } = points;
  return (
    <div class="score">
      <p class="total">
        <strong>{pointsText(total)}</strong> of {pointsText(possible)} points
      </p>
      <Meter part={total} whole={possible} />
    </div>
  );
}

/** A bar that is filled as far as a part reaches; what it shows stands beside it in words. */
export function Meter({ part, whole }: { readonly part: number; readonly whole: number }) {
  const percent = Math.max(0, Math.min(100, percentOf(part, whole)));
  return (
    <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="100" height="4" rx="2" />
      {percent > 0 && <rect class="filled" width={percent} height="4" rx="2" />}
    </svg>
  );
}
