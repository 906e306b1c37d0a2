/**
 * What Canvas takes for its own columns wherever it stands in a title, and drops without a word:
 * `NON_ASSIGNMENT_COLUMN_HEADERS` in its lib/gradebook_importer.rb.
 */
const dropped = /(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)/;

/** What it calls the columns about students: `GRADEBOOK_IMPORTER_RESERVED_NAMES` there. */
export const aboutStudents: ReadonlySet<string> = new Set(
  'Student,LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Integration ID,Root Account'.split(
    ',',
  ),
);

/** Reason why Canvas would not take a column of this title for an assignment, or null. */
export function refuseCanvasTitle(title: string): string | null {
  if (title.trim() === '') return 'it is empty';
  if (/\p{Cc}/u.test(title)) return 'it has line breaks or control characters';
  if (aboutStudents.has(title.trim())) return 'Canvas has a column of its own of that name';
  const found = dropped.exec(title)?.[0];
  if (found !== undefined) return `Canvas drops every column with "${found}" in its title`;
  if (/\(\d+\)\s*$/.test(title)) return 'Canvas takes the number in brackets for an id';
  if (/^\s*[=+\-@]/.test(title)) return 'a spreadsheet would take it for a formula';
  return null;
}
