/** Points as people read them: at most two decimals, and a real minus. */
export function pointsText(points: number): string {
  const rounded = Math.round(points * 100) / 100;
  return String(rounded === 0 ? 0 : rounded).replace('-', '−');
}

/** What points were gained or lost, with the sign. */
export function changeText(points: number): string {
  const text = pointsText(points);
  return text === '0' || text.startsWith('−') ? text : `+${text}`;
}

/** A number of things, e.g. `1 check`, `3 checks`. */
export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A part of a whole in percent; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
