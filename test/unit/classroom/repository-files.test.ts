import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../src/catalog/stages.ts';
import { readCourse } from '../../../src/classroom/course/read-course.ts';
import { studentWorks } from '../../../src/classroom/course/student-work.ts';
import { planWork } from '../../../src/classroom/repositories/plan-work.ts';
import { repositoryFiles } from '../../../src/classroom/repositories/repository-files.ts';
import { loadMistakes } from '../../../src/lessons/mistakes.ts';
import { courseFile, SEED, solutionsOf } from '../../support/course.ts';
import { temporaryFolder } from '../../support/temporary.ts';

const roster = ['ada,Ada *Moreau*', 'lin,Lin', 'bo,Bo', 'cy,Cy', 'di,Di', 'ed,Ed'];

/** What each student gets, by name. */
function given(assignment: string, ...rest: string[]) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'course.yaml'), courseFile([assignment], ...rest));
  writeFileSync(join(folder, 'roster.csv'), `identifier,name\n${roster.join('\n')}\n`);
  const course = readCourse(folder);
  return studentWorks(course, course.assignments[0]!).map((work) => ({
    work,
    plan: planWork(work, course.kit),
    files: repositoryFiles(course, work),
  }));
}

const exercise = '{ id: first, title: A first service, stage: in-memory, due: 2026-12-05 23:59 }';
const modes = ['exercise', 'blank', 'mail', 'drill'];

describe('the README of a student', () => {
  test('says what is to be done, by when, and for how much', () => {
    const readme = given(exercise)[0]!.files.get('README.md')!;
    expect(readme).toMatch(
      /^# first\n\n## Your task\n\n\*\*A first service\*\*, in Backends, for /,
    );
    expect(readme).toContain('Ada \\*Moreau\\*.');
    expect(readme).toContain('Due on Saturday 5 December 2026, 23:59 (Europe/Madrid, UTC+01:00).');
    expect(readme).toContain('100 points');
    expect(readme).toContain('- `04-validation`: ');
    expect(readme).toContain('## The project\n\nA REST API for tasks');
  });

  test('says what lateness costs', () => {
    const late = 'late: { grace-minutes: 5, percent-per-day: 10, closes-after-days: 3 }';
    const readme = given(exercise.replace(' }', `, ${late} }`))[0]!.files.get('README.md')!;
    expect(readme).toContain(
      'Each day begun afterwards (after 5 minutes that cost nothing) costs 10 % of what was earned, and 3 days later nothing counts any more.',
    );
  });

  test('tells somebody with an extension their own time', () => {
    const extension =
      'extensions: [{ student: lin, assignment: first, due: 2027-01-02, reason: ill }]';
    const readmes = given(exercise, extension).map(({ files }) => files.get('README.md')!);
    expect(readmes[0]).toContain('5 December 2026');
    expect(readmes[1]).toContain('Saturday 2 January 2027');
  });
});

describe('an exercise', () => {
  test('leaves just the lessons of the assignment open', () => {
    const some = exercise.replace(' }', ', lessons: [04-validation, 05-predictable-errors] }');
    const state = JSON.parse(given(some)[0]!.files.get('create-backend.json')!) as object;
    expect(state).toMatchObject({ open: ['04-validation', '05-predictable-errors'] });
  });

  test.each(stages)('at the stage $id holds no solution of a lesson that is open', ({ id }) => {
    const [{ plan, files }] = given(`{ id: first, stage: ${id}, resource: books }`) as [Given];
    const found = solutionsOf(plan).map(({ path, text }) => ({
      path,
      text,
      // What the learner is to make is not there at all.
      isThere: files.get(path)?.includes(text) ?? false,
    }));
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter(({ isThere }) => isThere)).toEqual([]);
  });
});

type Given = ReturnType<typeof given>[number];

test.each(modes)('nothing of the instructor’s secret is in the files of %s', (mode) => {
  for (const { work, files } of given(`{ id: first, stage: in-memory, mode: ${mode} }`)) {
    const all = [...files.values()].join('\n');
    expect(all).not.toContain(SEED);
    expect(all).not.toContain(String(work.seed));
  }
});

test.each(modes)('the files of %s are formatted as the project wants them', async (mode) => {
  for (const stage of ['in-memory', 'docker']) {
    const { files } = given(`{ id: first, stage: ${stage}, mode: ${mode}, due: 2026-12-05 }`)[0]!;
    const options = JSON.parse(files.get('.prettierrc.json') ?? '{}') as prettier.Options;
    for (const path of ['README.md', '.github/workflows/checks.yml', 'CONTRACT.md']) {
      const text = files.get(path);
      if (text === undefined) continue;
      const formatted = await prettier.format(text, { ...options, filepath: path });
      expect(text, path).toBe(formatted);
    }
  }
});

describe('without a source', () => {
  test.each(stages)('at the stage $id there is the contract, and how it is asked', ({ id }) => {
    const { files } = given(`{ id: first, stage: ${id}, mode: blank, resource: books }`)[0]!;
    const needed = ['.gitignore', 'CONTRACT.md', 'README.md', 'resource.json', 'start.sh'];
    expect([...files.keys()]).toEqual(expect.arrayContaining(needed));
    expect([...files.keys()].some((path) => path.startsWith('src/'))).toBe(false);
    expect(files.get('CONTRACT.md')).toContain('`POST /api/v1/books`');
    expect(files.get('README.md')).toContain('check --start "sh start.sh"');
    expect(files.has('migrate.sh')).toBe(id !== 'in-memory');
  });
});

describe('a letter', () => {
  test('is another for some, and the state file wants what it asks for', () => {
    const all = given('{ id: first, stage: in-memory, mode: mail, resource: books }');
    const letters = all.map(({ files }) => files.get('letters/1-in-memory.md')!);
    expect(new Set(letters).size).toBeGreaterThan(2);
    for (const { files, work } of all) {
      const state = JSON.parse(files.get('create-backend.json')!) as { resource: object };
      expect(state.resource).not.toEqual(work.variant.resource.schema);
    }
  });
});

describe('a drill', () => {
  test('tells each what users report, and never what it is', () => {
    const all = given('{ id: first, stage: sqlite, mode: drill, resource: books }');
    const symptoms = all.map(({ files }) => /^> (.*)$/m.exec(files.get('README.md')!)![1]!);
    expect(new Set(symptoms).size).toBeGreaterThan(2);
    for (const { files } of all) {
      const text = [...files.values()].join('\n');
      for (const { id } of loadMistakes()) expect(text).not.toContain(id);
    }
  });

  test('stays within the lessons of the assignment', () => {
    const some = '{ id: first, stage: sqlite, mode: drill, lessons: [04-two-tables] }';
    const own = loadMistakes().filter(({ lesson }) => lesson === '04-two-tables');
    for (const { files } of given(some)) {
      const symptom = /^> (.*)$/m.exec(files.get('README.md')!)![1];
      expect(own.map((mistake) => mistake.symptom)).toContain(symptom);
    }
  });
});

describe('the workflow', () => {
  test('asks lesson by lesson, by just the version of the course', () => {
    const some = exercise.replace(' }', ', lessons: [04-validation, 05-predictable-errors] }');
    const text = given(some)[0]!.files.get('.github/workflows/checks.yml')!;
    const { steps } = parse(text).jobs.checks as { steps: { run?: string }[] };
    expect(steps.map(({ run }) => run).filter(Boolean)).toEqual([
      'npm ci',
      'npx --yes create-backend-roadmap@0.1.0 check 04-validation',
      'npx --yes create-backend-roadmap@0.1.0 check 05-predictable-errors',
    ]);
  });

  test('is one of GitLab, or none, where the course says so', () => {
    const gitlab = given(exercise, 'workflow: gitlab')[0]!.files.get('.gitlab-ci.yml')!;
    expect(parse(gitlab).checks.script[0]).toBe('npm ci');
    const paths = [...given(exercise, 'workflow: none')[0]!.files.keys()];
    expect(paths.filter((path) => path.endsWith('.yml'))).toEqual([]);
  });
});
