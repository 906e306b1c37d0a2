import type { Observation } from '../../lessons/predict/observe.ts';

/** How long an exchange took, as far as it was measured: from the outside. */
export function Phases({ phases }: Pick<Observation, 'phases'>) {
  const { connected, firstByte, done } = phases;
  const parts = [connected, firstByte - connected, done - firstByte];
  const starts = [0, connected, firstByte];
  return (
    <>
      <svg class="phases" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((length, at) => (
          <rect x={(starts[at]! / done) * 100} width={(length / done) * 100} height="2" />
        ))}
      </svg>
      <p class="soft small">
        {shown(done)} in all: {shown(parts[0]!)} to connect, {shown(parts[1]!)} until the first byte
        of the answer, {shown(parts[2]!)} for the rest. Measured by the client; how long each layer
        took is not measured, but which functions ran is.
      </p>
    </>
  );
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}
