import type { Service } from './service.ts';

/** How long a line may take from the service to us, in milliseconds, and how often it is looked. */
const ARRIVES_WITHIN_MS = 1_500;
const LOOK_EVERY_MS = 10;

/** Lines that a service has written since a mark, as soon as one of them holds the text; else all. */
export async function linesUntil(
  { log }: Service,
  mark: number,
  text: string,
): Promise<readonly string[]> {
  const since = performance.now();
  while (performance.now() - since < ARRIVES_WITHIN_MS) {
    const lines = log.since(mark);
    if (lines.some((line) => line.includes(text))) return lines;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return log.since(mark);
}
