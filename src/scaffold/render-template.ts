import type { HelperDelegate, HelperOptions } from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { withArticle } from '../catalog/names.ts';
import { findStage } from '../catalog/stages.ts';
import { fitOnOneLine } from './fit.ts';
import { literal } from './literal.ts';

/** The names of the dialect's own helpers; a template that uses another fails to compile. */
export const helperNames = (
  'pascal camel kebab snake upper words an title js json sql ' +
  'is and or not join fit from until exercise snippet stack shell'
).split(' ');

/** What the dialect itself needs of the values that a template is rendered with. */
export interface DialectRoot {
  readonly stage: { readonly number: number };
  /** Widest line that the formatter of the stack allows. */
  readonly width: number;
  /** Lessons whose exercises show their starter. */
  readonly open: readonly string[];
  /** Sees every passage that lessons quote, as it is rendered. */
  readonly onSnippet?: (name: string, text: string) => void;
  /** Sees what every region of an exercise holds, as it is rendered. */
  readonly onRegion?: (lesson: string, text: string) => void;
  /** Only where a lesson is rendered. */
  readonly reader?: Reader;
}

/** For whom a lesson is rendered. */
export interface Reader {
  /** Id of the stack of their project. */
  readonly stack: string;
  readonly shell: 'posix' | 'powershell';
  /** A passage of their project, as Markdown. */
  readonly quote: (snippet: string) => string;
}

type Block = HelperOptions;

const wordsOf = (name: string) => name.split(/[-_ ]/);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const rootOf = (block: Block) => block.data.root as DialectRoot;

function readerOf(block: Block): Reader {
  const { reader } = rootOf(block);
  if (reader === undefined) throw new Error('only a lesson has a reader');
  return reader;
}

function isStageReached(id: string, block: Block): boolean {
  const stage = findStage(id);
  if (stage === undefined) throw new Error(`there is no stage "${id}"`);
  return rootOf(block).stage.number >= stage.number;
}

// The typings of the runtime name no members; it has those of the whole but the compiler.
const dialect = (runtime as unknown as typeof Handlebars).create();
dialect.registerHelper({
  pascal: (name: string) => wordsOf(name).map(capital).join(''),
  camel: (name: string) =>
    wordsOf(name)
      .map((word, at) => (at === 0 ? word : capital(word)))
      .join(''),
  kebab: (name: string) => wordsOf(name).join('-'),
  snake: (name: string) => wordsOf(name).join('_'),
  upper: (name: string) => name.toUpperCase(),
  words: (name: string) => wordsOf(name).join(' '),
  an: (name: string) => withArticle(wordsOf(name).join(' ')),
  title: (name: string) => capital(wordsOf(name).join(' ')),
  js: (value: unknown) => literal(value),
  // In a shell's single quotes or in Markdown's backticks, too.
  json: (value: unknown) =>
    JSON.stringify(value).replaceAll("'", '\\u0027').replaceAll('`', '\\u0060'),
  sql: (value: unknown) =>
    typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
  is: (a: unknown, b: unknown) => a === b,
  and: (a: unknown, b: unknown) => Boolean(a) && Boolean(b),
  or: (a: unknown, b: unknown) => Boolean(a) || Boolean(b),
  not: (a: unknown) => !a,
  join: (list: readonly string[], separator: string) => list.join(separator),
  fit(this: unknown, block: Block) {
    return fitOnOneLine(block.fn(this), rootOf(block).width);
  },
  from(this: unknown, id: string, block: Block) {
    return isStageReached(id, block) ? block.fn(this) : block.inverse(this);
  },
  until(this: unknown, id: string, block: Block) {
    return isStageReached(id, block) ? block.inverse(this) : block.fn(this);
  },
  exercise(this: unknown, id: string, block: Block) {
    const [lesson] = id.split('.');
    const { open, onRegion } = rootOf(block);
    const text = open.includes(lesson!) ? block.inverse(this) : block.fn(this);
    onRegion?.(lesson!, text);
    return text;
  },
  snippet(this: unknown, name: string, block: Block) {
    // A template has a passage between its tags; a lesson only names one.
    if (block.fn === undefined) return readerOf(block).quote(name);
    const text = block.fn(this);
    rootOf(block).onSnippet?.(name, text);
    return text;
  },
  stack(this: unknown, id: string, block: Block) {
    return readerOf(block).stack === id ? block.fn(this) : block.inverse(this);
  },
  shell(this: unknown, id: Reader['shell'], block: Block) {
    return readerOf(block).shell === id ? block.fn(this) : block.inverse(this);
  },
});

for (const name of ['log', 'lookup']) dialect.unregisterHelper(name);
for (const [name, helper] of Object.entries(dialect.helpers)) {
  if (!name.endsWith('Missing')) dialect.registerHelper(name, refusingUnknown(name, helper!));
}

/** Handlebars' strict mode looks at what is shown, but not at what a helper is given. */
function refusingUnknown(name: string, helper: HelperDelegate): HelperDelegate {
  return function (this: unknown, ...given: unknown[]) {
    if (given.includes(undefined)) throw new Error(`"${name}" is given a name that is unknown`);
    return Reflect.apply(helper, this, given);
  };
}

/** A template as the build compiled it (what `Handlebars.precompile` prints). */
export type CompiledTemplate = TemplateSpecification;

/**
 * Renders one compiled template.
 * @throws when it uses an unknown name
 */
export function renderTemplate(template: CompiledTemplate, values: DialectRoot): string {
  return dialect.template(template)(values);
}
