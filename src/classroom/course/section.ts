import { isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import { suggest } from '../../system/suggest.ts';
import type { Faults } from './faults.ts';

/** Bounds of a number, both included. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Where the values of a YAML file are, and where their faults go. */
export interface Origin {
  readonly lines: LineCounter;
  readonly faults: Faults;
}

/** A mapping of a YAML file: its values are read one by one, and what is wrong is reported with its line. */
export class Section {
  readonly line: number;
  readonly #map: YAMLMap | null;
  readonly #origin: Origin;

  /** @param map null for one that is left out: everything in it takes its default */
  constructor(map: YAMLMap | null, origin: Origin, line: number) {
    this.#map = map;
    this.#origin = origin;
    this.line = line;
  }

  /** The keys that are there, as they are written. */
  get keys(): readonly string[] {
    return this.#map?.items.map(({ key }) => sourceOf(key)) ?? [];
  }

  /** Reports keys that mean nothing. */
  allow(known: readonly string[]): this {
    for (const { key } of this.#map?.items ?? []) {
      const name = sourceOf(key);
      if (known.includes(name)) continue;
      const meant = suggest(name, known).trim();
      this.#report(key, `"${name}" is no setting. ${meant || `There are ${known.join(', ')}.`}`);
    }
    return this;
  }

  /** A text that must be there; where it is not, that is reported and the text is empty. */
  text(key: string): string {
    const text = this.optionalText(key);
    if (text === null) this.report(key, `"${key}" is missing`);
    return text ?? '';
  }

  /** A text as it is written: `007` keeps its zeros. Null where it is left out. */
  optionalText(key: string): string | null {
    const node = this.#node(key);
    if (node === null) return null;
    if (isScalar(node)) return sourceOf(node).trim();
    this.report(key, `"${key}" must be a text`);
    return null;
  }

  number(key: string, otherwise: number | null, { least, most }: Bounds): number | null {
    const text = this.optionalText(key);
    if (text === null) return otherwise;
    const value = text === '' ? NaN : Number(text);
    if (value >= least && value <= most) return value;
    this.report(key, `"${key}" must be a number from ${least} to ${most}`);
    return otherwise;
  }

  oneOf<T extends string>(key: string, choices: readonly T[], otherwise: T): T {
    const text = this.optionalText(key);
    if (text === null) return otherwise;
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    this.report(key, `"${key}" is one of ${choices.join(', ')}, not "${text}"`);
    return otherwise;
  }

  /** A list of texts with their lines; one text alone is a list of one. */
  texts(key: string): { text: string; line: number }[] {
    const node = this.#node(key);
    const items = isSeq(node) ? node.items : node === null ? [] : [node];
    return items.flatMap((item) => {
      if (isScalar(item)) return [{ text: sourceOf(item), line: this.#lineOf(item) }];
      this.#report(item, `"${key}" must be a list of texts`);
      return [];
    });
  }

  /** A mapping within; where it is left out, one in which everything is left out. */
  section(key: string): Section {
    const node = this.#node(key);
    if (node !== null && !isMap(node)) this.report(key, `"${key}" must have settings below it`);
    return new Section(isMap(node) ? node : null, this.#origin, this.lineOf(key));
  }

  /** A list of mappings. */
  sections(key: string): Section[] {
    return this.#list(key).flatMap((item) => {
      if (isMap(item)) return [new Section(item, this.#origin, this.#lineOf(item))];
      this.#report(item, `an entry of "${key}" must have settings`);
      return [];
    });
  }

  /** A list of lists of texts. */
  lists(key: string): { texts: string[]; line: number }[] {
    return this.#list(key).flatMap((item) => {
      const line = this.#lineOf(item);
      if (isSeq(item)) return [{ texts: item.items.map(sourceOf), line }];
      this.#report(item, `an entry of "${key}" must be a list, like [ada, lin]`);
      return [];
    });
  }

  /** Whether a key has a text, and neither a mapping nor a list. */
  isText(key: string): boolean {
    return isScalar(this.#node(key));
  }

  /** Reports a fault at the line of a key, or of the section where the key is left out. */
  report(key: string, reason: string): void {
    this.#origin.faults.report(this.lineOf(key), reason);
  }

  /** Reports a fault at a line that a list has told. */
  reportAt(line: number, reason: string): void {
    this.#origin.faults.report(line, reason);
  }

  /** Line of a key; of the section where the key is left out. */
  lineOf(key: string): number {
    const node = this.#map?.items.find((pair) => sourceOf(pair.key) === key)?.key;
    return node === undefined ? this.line : this.#lineOf(node);
  }

  #list(key: string): unknown[] {
    const node = this.#node(key);
    if (node === null) return [];
    if (isSeq(node)) return node.items;
    this.report(key, `"${key}" must be a list`);
    return [];
  }

  #node(key: string): Node | null {
    const node = this.#map?.items.find((pair) => sourceOf(pair.key) === key)?.value as Node | null;
    return node == null || (isScalar(node) && node.value === null) ? null : node;
  }

  #report(node: unknown, reason: string): void {
    this.#origin.faults.report(this.#lineOf(node), reason);
  }

  #lineOf(node: unknown): number {
    const start = (node as Node | null)?.range?.[0];
    return start === undefined ? this.line : this.#origin.lines.linePos(start).line;
  }
}

function sourceOf(node: unknown): string {
  if (!isScalar(node)) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
