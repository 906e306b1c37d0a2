/**
 * The ORDER BY of an allowed `sort` (`title`, `-title`), ties by id. Only what a schema allows may
 * come here: names cannot be parameters of SQL.
 */
export function orderBy(sort: string): string {
  const name = sort.replace('-', '');
  return `item.${name} ${sort.startsWith('-') ? 'DESC' : 'ASC'}, item.id`;
}
