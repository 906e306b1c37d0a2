import { nodePackageManagers, type PackageManager } from './package-managers.ts';

/** A command of a project as an argument list; `{pm}` stands for the package manager's program. */
export type CommandLine = readonly string[];

/** Which line of a test run's output holds which count; group 1 is the number. */
export interface TestCounts {
  readonly passed: RegExp;
  readonly failed: RegExp;
  readonly skipped: RegExp;
  readonly todo: RegExp;
}

/** A language with its framework. */
export interface Stack {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  /** The program that runs the service, and the oldest major version that can. */
  readonly runtime: { readonly program: string; readonly minimum: number };
  /** Widest line of the stack's formatter, in columns. */
  readonly width: number;
  /** The default first. */
  readonly packageManagers: readonly PackageManager[];
  /** The manifest that the stages' shares are merged into. */
  readonly manifestFile: string;
  /** By the name a learner types; each exists from some stage on. */
  readonly commands: Readonly<Record<string, CommandLine>>;
  /** Settings by which a service that is started often starts sooner; `{project}` is its folder. */
  readonly startsSooner: Readonly<Record<string, string>>;
  readonly formatter?: Formatter;
  readonly testCounts: TestCounts;
  readonly givenTests: GivenTests;
  readonly yourTests: YourTests;
}

/** What gives the files of a project their form. */
export interface Formatter {
  /** Files at the top of a project that tell it how. */
  readonly settings: readonly string[];
  /** Formats all files below the folder that it runs in; `{project}` is the project's. */
  readonly command: CommandLine;
}

/** The tests that come with a project, one file a lesson. */
export interface GivenTests {
  /** Path of a lesson's tests. @param stageFolder e.g. `1-in-memory` */
  readonly pathOf: (stageFolder: string, lesson: string) => string;
  /** What stands in their place until the lesson begins: one test that is still to do. */
  readonly todo: (lesson: string) => string;
}

/** The tests that learners write, in `test/yours`. */
export interface YourTests {
  /** How the names of their files end. */
  readonly ending: string;
  /**
   * Runs them and prints JUnit's XML.
   * @param only the name of the one to run; null for all
   */
  readonly command: (only: string | null) => CommandLine;
}

const nodeTodo = (lesson: string) =>
  `import { it } from 'node:test';\n\nit.todo('${lesson}: its tests come when it begins');\n`;

/** Every stack, the default of the kit first. */
export const stacks: readonly Stack[] = [
  {
    id: 'typescript',
    title: 'TypeScript: Fastify and zod on Node, no build step',
    language: 'TypeScript',
    runtime: { program: 'node', minimum: 24 },
    width: 100,
    packageManagers: nodePackageManagers,
    manifestFile: 'package.json',
    commands: {
      test: ['{pm}', 'run', 'test'],
      verify: ['{pm}', 'run', 'verify'],
      start: ['node', 'src/server.ts'],
      migrate: ['node', 'src/commands/migrate.ts'],
      backup: ['node', 'src/commands/backup.ts'],
      restore: ['node', 'src/commands/restore.ts'],
      'make-admin': ['node', 'src/commands/make-admin.ts'],
    },
    startsSooner: { NODE_COMPILE_CACHE: '{project}/node_modules/.cache/create-backend' },
    formatter: {
      settings: [
        '.prettierrc',
        '.prettierrc.json',
        '.prettierrc.yaml',
        '.prettierrc.yml',
        '.prettierrc.toml',
        '.editorconfig',
      ],
      command: [
        'node',
        '{project}/node_modules/prettier/bin/prettier.cjs',
        '--write',
        '--log-level=silent',
        '.',
      ],
    },
    testCounts: {
      passed: /^(?:ℹ|#) pass (\d+)$/m,
      failed: /^(?:ℹ|#) fail (\d+)$/m,
      skipped: /^(?:ℹ|#) skipped (\d+)$/m,
      todo: /^(?:ℹ|#) todo (\d+)$/m,
    },
    givenTests: {
      pathOf: (stageFolder, lesson) => `test/given/${stageFolder}/${lesson}.test.ts`,
      todo: nodeTodo,
    },
    yourTests: {
      ending: '.test.ts',
      command: (only) => [
        'node',
        '--test',
        '--test-isolation=none',
        '--test-timeout=20000',
        '--test-reporter=junit',
        ...(only === null ? [] : [`--test-name-pattern=${only.replaceAll(/\W/g, '.')}`]),
        'test/yours/**/*.test.ts',
      ],
    },
  },
];

/** Finds a stack by its id. */
export function findStack(id: string): Stack | undefined {
  return stacks.find((stack) => stack.id === id);
}
