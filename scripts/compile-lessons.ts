import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { compileOptions } from './compile-templates.ts';
import { readGate, readHints, readLesson } from './lesson-source.ts';
import { readPredictions, type AuthoredPrediction } from './prediction-source.ts';

/** Compiles the texts below `lessons/` into one module a stage, `<out>/<stage>.cjs`. */
export async function compileLessons(lessons: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const entries = await readdir(lessons, { withFileTypes: true });
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    await writeFile(join(out, `${name}.cjs`), await compileStage(lessons, name));
  }
}

async function compileStage(lessons: string, stage: string): Promise<string> {
  const names = (await readdir(join(lessons, stage))).sort();
  const written = names.filter((name) => existsSync(join(lessons, stage, name, 'lesson.md')));
  const compiled = await Promise.all(written.map((name) => compileLesson(lessons, stage, name)));
  const gate = await compileGate(lessons, stage);
  return `module.exports = {\ngate: ${gate},\nlessons: [\n${compiled.join(',\n')}\n] };\n`;
}

async function compileLesson(lessons: string, stage: string, name: string): Promise<string> {
  const path = `${stage}/${name}/lesson.md`;
  const { notes, body } = readLesson(path, await readFile(join(lessons, path), 'utf8'));
  const hintsPath = `${stage}/${name}/hints.md`;
  const isHintless = notes.kind === 'reading' && !existsSync(join(lessons, hintsPath));
  const hints = isHintless
    ? []
    : readHints(hintsPath, await readFile(join(lessons, hintsPath), 'utf8'));
  const rungs = hints.map((hint) => compile(hint, hintsPath));
  const head = JSON.stringify({ ...notes, stage });
  const predictions = await compilePredictions(lessons, `${stage}/${name}/predict.yaml`);
  const texts = `body: ${compile(body, path)}, hints: [${rungs.join(', ')}]`;
  return `{ ...${head}, ${texts}, predictions: [${predictions.join(', ')}] }`;
}

async function compilePredictions(lessons: string, path: string): Promise<string[]> {
  if (!existsSync(join(lessons, path))) return [];
  const authored = readPredictions(path, await readFile(join(lessons, path), 'utf8'));
  return authored.map((prediction) => compilePrediction(prediction, path));
}

function compilePrediction(authored: AuthoredPrediction, path: string): string {
  const { question, before, request, why, ...plain } = authored;
  const texts = [
    `question: ${compile(question, path)}`,
    `before: [${before.map((each) => compile(each, path)).join(', ')}]`,
    `request: ${compile(request, path)}`,
    `why: ${compile(why, path)}`,
  ];
  return `{ ...${JSON.stringify(plain)}, ${texts.join(', ')} }`;
}

async function compileGate(lessons: string, stage: string): Promise<string> {
  const path = `${stage}/gate.md`;
  if (!existsSync(join(lessons, path))) return 'null';
  const { title, body } = readGate(path, await readFile(join(lessons, path), 'utf8'));
  return `{ title: ${JSON.stringify(title)}, body: ${compile(body, path)} }`;
}

function compile(text: string, path: string): string {
  try {
    return Handlebars.precompile(text, compileOptions) as string;
  } catch (error) {
    throw new Error(`${path} does not compile`, { cause: error });
  }
}
