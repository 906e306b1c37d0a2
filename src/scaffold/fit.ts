/**
 * Puts a construct on one line when the formatter would.
 * @param broken the construct over several lines, as the formatter breaks it: one element a line,
 *   a trailing comma after the last
 * @param width the widest line that the formatter allows, in columns
 */
export function fitOnOneLine(broken: string, width: number): string {
  const lines = broken.replace(/\n$/, '').split('\n');
  const indent = /^\s*/.exec(lines[0]!)![0];
  const joined = indent + lines.map((line) => line.trim()).reduce(joinParts);
  return joined.length <= width ? `${joined}\n` : broken;
}

function joinParts(line: string, part: string): string {
  const isClosing = /^[)\]>]/.test(part);
  const head = isClosing || part.startsWith('}') ? line.replace(/,$/, '') : line;
  const isEmpty = head.endsWith('{') && part.startsWith('}');
  const isTight = isClosing || isEmpty || /^\.(?!\.)/.test(part) || /[([<]$/.test(head);
  return isTight ? head + part : `${head} ${part}`;
}
