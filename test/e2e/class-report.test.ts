import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { keepGrade } from '../../src/classroom/grades-folder.ts';
import { failing, grade, lesson } from '../support/grades.ts';
import { handedIn, makeCourse } from '../support/graded-course.ts';
import { kit } from '../support/kit.ts';

const run = (cwd: string, ...args: string[]) => kit(['class', ...args], { cwd, env: process.env });

/** Long enough to be known again, and short enough to be read here. */
const own = Array.from(
  { length: 12 },
  (_, at) =>
    `export function own${at}(a: number[]) { ${'for (const b of a) a.push(b + 1); '.repeat(at)} }`,
).join('\n');

describe('class report', () => {
  test('writes a page of feedback in two forms for each work, and one about the class', async () => {
    const course = makeCourse(['ada', 'ben', 'cleo', 'dina']);
    for (const name of ['ada', 'ben', 'cleo']) {
      mkdirSync(handedIn(course, name));
      const text = name === 'cleo' ? 'export const nothing = null;' : own;
      writeFileSync(join(handedIn(course, name), `${name}.ts`), text);
      keepGrade({ folder: course }, grade(name, [lesson('03', failing('answers-201', 4))]));
    }
    const { exitCode, stdout } = await run(course, 'report');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Not graded yet: dina');
    expect(stdout).toContain('pairs of works that resemble each other: 1');
    const reports = join(course, 'reports', 'first');
    const files = ['ada', 'ben', 'cleo'].flatMap((name) => [`${name}.html`, `${name}.md`]);
    expect(readdirSync(join(reports, 'feedback')).sort()).toEqual(files);
    const page = readFileSync(join(reports, 'report.html'), 'utf8');
    expect(page).toContain('POST /api/v1/{items} answers 200, and not 201');
    expect(page).toContain('ada and ben');
    expect(page).not.toContain('ada and cleo');
  });

  test('says what to do first where nothing is graded, and writes nothing', async () => {
    const course = makeCourse(['ada']);
    const { exitCode, stderr } = await run(course, 'report');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Grade the submissions first: class grade');
    expect(existsSync(join(course, 'reports'))).toBe(false);
  });
});

describe('class ci', () => {
  test('writes a workflow once, and says what it needs', async () => {
    const course = makeCourse(['ada']);
    const first = await run(course, 'ci', '--parts', '3');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toContain('The submissions must be in the repository');
    const path = join(course, '.github', 'workflows', 'grade.yml');
    const { jobs } = parse(readFileSync(path, 'utf8'));
    expect(jobs.grade.strategy.matrix.part).toEqual([1, 2, 3]);
    const again = await run(course, 'ci', '--parts', '4');
    expect(again).toMatchObject({ exitCode: 2 });
    expect(again.stderr).toContain('grade.yml is here already');
  });

  test('knows its hosts', async () => {
    const { exitCode, stderr } = await run(
      makeCourse(['ada']),
      'ci',
      '--parts',
      '3',
      '--host',
      'x',
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There are github and gitlab.');
  });
});
