import { readOneOf } from './project-files.ts';

/** One instruction, e.g. `COPY`, with all that stands behind it. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** What is between one FROM and the next. */
export interface BuildStage {
  /** The image it begins with; another stage's name where it goes on from that one. */
  readonly base: string;
  /** Its own name; null where it has none. */
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of a project's Dockerfile, the last of which becomes the image. */
export function readDockerfile(project: string): BuildStage[] {
  return parseDockerfile(readOneOf(project, ['Dockerfile', 'Containerfile']));
}

/** The stages of a Dockerfile. */
export function parseDockerfile(text: string): BuildStage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const [base = '', , name = null] = instruction.text.replace(/^--\S+\s+/, '').split(/\s+/);
    stages.push({ base, name, instructions: [] });
  }
  return stages;
}

/** All that holds for the image: its last stage, after those that it goes on from. */
export function imageOf(stages: readonly BuildStage[]): readonly Instruction[] {
  const last = stages.at(-1);
  if (last === undefined) return [];
  const earlier = stages.findIndex(({ name }) => name === last.base);
  const inherited = earlier === -1 ? [] : imageOf(stages.slice(0, earlier + 1));
  return [...inherited, ...last.instructions];
}

/** Instructions in their order; lines that end in a backslash go on, comments are left out. */
function instructionsOf(text: string): Instruction[] {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*#/.test(line));
  const joined = lines.join('\n').replaceAll(/\\[ \t]*\n/g, ' ');
  return joined.split('\n').flatMap((line) => {
    const [, name, rest] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name: name.toUpperCase(), text: rest!.trim() }];
  });
}
