/** The state file with what the move changes, and with what the person has added to it. */
export function mergeState(current: string, next: string): string {
  const merged = { ...(JSON.parse(stripMark(current)) as object), ...(JSON.parse(next) as object) };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

function stripMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}
