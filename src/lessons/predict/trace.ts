import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServiceLog } from '../../checker/service/log.ts';
import type { Target } from '../../checker/target.ts';
import { Inspector } from './inspector.ts';

/** A function of the project that ran. */
export interface Step {
  /** In the project, with `/` between folders. */
  readonly path: string;
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** Empty where it has none. */
  readonly name: string;
  /** Its first lines, without the indentation that all of them share. */
  readonly code: string;
}

/** What Node tells of a file: which of its functions ran, and how often since it was asked last. */
interface Coverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { startOffset: number; endOffset: number; count: number }[];
  }[];
}

/** Lines of a function that are shown. */
const MAX_LINES = 12;

/** A target whose service is started so that it can be asked what has run, where its runtime knows that. */
export function traced(target: Target, program: string): Target {
  const { launch } = target;
  if (launch === null || program !== 'node') return target;
  const env = { ...launch.env, NODE_OPTIONS: '--inspect=127.0.0.1:0' };
  return { ...target, launch: { ...launch, env } };
}

/** Tells which functions of a project a request has run: what ran, and not what was meant to. */
export class Trace {
  readonly #inspector: Inspector;
  readonly #folder: string;

  private constructor(inspector: Inspector, folder: string) {
    this.#inspector = inspector;
    this.#folder = folder;
  }

  /**
   * Begins to count.
   * @param log of a service that was started with {@link traced}; null where it says no address
   */
  static async begin(log: ServiceLog, folder: string): Promise<Trace | null> {
    const address = /ws:\/\/127\.0\.0\.1:\S+/.exec(log.since(0).join('\n'))?.[0];
    if (address === undefined) return null;
    const inspector = await Inspector.connect(address);
    await inspector.ask('Profiler.enable');
    await inspector.ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    return new Trace(inspector, folder);
  }

  /** What ran since this was called last, in the order of files and lines. */
  async steps(): Promise<Step[]> {
    const { result } = (await this.#inspector.ask('Profiler.takePreciseCoverage')) as {
      result: Coverage[];
    };
    const source = join(this.#folder, 'src') + sep;
    return result
      .filter(({ url }) => url.startsWith('file:') && fileURLToPath(url).startsWith(source))
      .flatMap((file) => stepsIn(file, this.#folder));
  }

  close(): void {
    this.#inspector.close();
  }
}

/** The function without a name at the beginning of a file is the file itself. */
function stepsIn({ url, functions }: Coverage, folder: string): Step[] {
  const file = fileURLToPath(url);
  const text = readFileSync(file, 'utf8');
  const path = relative(folder, file).split(sep).join('/');
  return functions.flatMap(({ functionName: name, ranges: [range] }) => {
    const { startOffset, endOffset, count } = range!;
    if (count === 0 || (name === '' && startOffset === 0)) return [];
    const begin = text.lastIndexOf('\n', startOffset) + 1;
    const line = text.slice(0, begin).split('\n').length;
    return [{ path, line, name, code: excerpt(text.slice(begin, endOffset)) }];
  });
}

function excerpt(code: string): string {
  const lines = code.split('\n');
  const shown = lines.slice(0, MAX_LINES);
  const indents = shown.filter(Boolean).map((line) => /^ */.exec(line)![0].length);
  const shared = Math.min(...indents);
  const rest = lines.length > MAX_LINES ? ['…'] : [];
  return [...shown.map((line) => line.slice(shared)), ...rest].join('\n');
}
