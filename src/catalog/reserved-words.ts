const words = (list: string): string[] => list.trim().split(/\s+/);

const byLanguage: Readonly<Record<string, string>> = {
  SQL: `all alter analyse analyze and any array as asc asymmetric authorization between binary both by case cast check collate collation column commit
    concurrently constraint create cross current_date current_catalog current_role current_schema current_time current_timestamp current_user
    default deferrable delete desc distinct do drop else end escape except exists false fetch for
    foreign freeze from full glob grant group having ilike in index initially inner insert intersect into is isnull join
    lateral leading left like limit localtime localtimestamp natural not notnull null offset on only
    or order outer over overlaps placing pragma primary raise references regexp returning right rollback rowid select
    session_user set similar some symmetric table tablesample then to trailing transaction trigger true union
    unique update user using vacuum values variadic verbose view when where window with`,
  JavaScript: `arguments async await break catch class const constructor continue debugger enum eval
    export extends finally function if implements import instanceof interface let new package private
    protected prototype public return static super switch this throw try typeof undefined var void
    while yield`,
  Python: `assert def del elif except global lambda nonlocal pass self cls none match type`,
  Go: `chan defer fallthrough func go goto map nil range select struct error string int bool len`,
  Java: `abstract boolean byte char double final float long native short strictfp synchronized throws
    transient volatile record sealed permits object`,
};

/** Words that no resource or field may be named, with the language that reserves each. */
export const reservedWords: ReadonlyMap<string, string> = new Map(
  Object.entries(byLanguage).flatMap(([language, list]) =>
    words(list).map((word) => [word, language] as const),
  ),
);

/** Names that the contract or the generated code uses for something else. */
export const takenByTheContract: Readonly<Record<'resource' | 'field', ReadonlySet<string>>> = {
  field: new Set(
    words(`id created_at updated_at comment_count comments owner owner_id sort items total limit
      offset actor action version`),
  ),
  resource: new Set(
    words(`comment comments import imports user users auth me health docs openapi audit audit_log
      audit_logs http db database config app api server deps store service schema routes problem
      problems page pages support given yours migration migrations test tests node token tokens
      password passwords policy role roles request requests response reply client pool date number
      promise symbol set clock logger log settings buffer map array url event events json math proxy
      reflect regexp refusal fastify fault faults parameter field fields z process option options found
      change`),
  ),
};

/** Names that no project may have, each with what it would collide with. */
export const reservedProjectNames: ReadonlyMap<string, string> = new Map([
  ['test', 'a package of the standard libraries of Go and Python'],
  ['node', 'a program that the project itself needs'],
  ['npm', 'a program that the project itself needs'],
  ['python', 'a program that the project itself needs'],
  ['fastify', 'one of the packages that the project depends on'],
  ['zod', 'one of the packages that the project depends on'],
  ['pg', 'one of the packages that the project depends on'],
  ['jose', 'one of the packages that the project depends on'],
  ['fastapi', 'one of the packages that the project depends on'],
  ['pydantic', 'one of the packages that the project depends on'],
  ['app', "the name of the service's own Python package"],
  ['main', 'the name of the entry package in Go'],
  ['internal', 'a folder with a meaning of its own in Go'],
  ['java', 'a package of the standard library of Java'],
  ['node_modules', 'the folder where npm installs packages'],
  ...['class', 'import', 'package', 'default', 'return', 'func', 'def', 'public', 'static'].map(
    (word) => [word, 'a keyword of one of the languages'] as const,
  ),
]);
