/** Values by name; what a statement does not mention is left out. */
export type Values = object;

/** Postgres knows parameters by number only: `:name` becomes `$1`, `$2`, … (`::` is a cast). */
export function numbered(sql: string, values: Values): { text: string; values: unknown[] } {
  const names: string[] = [];
  const text = sql.replaceAll(/(?<!:):(\w+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, values: names.map((name) => (values as Record<string, unknown>)[name]) };
}
