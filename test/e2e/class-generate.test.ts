import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { studentWorks } from '../../src/classroom/course/student-work.ts';
import { planWork } from '../../src/classroom/repositories/plan-work.ts';
import { courseFile, everyObject, git, Instructor, SEED, solutionsOf } from '../support/course.ts';
import { kit, repository } from '../support/kit.ts';
import { machine } from '../support/machine.ts';

const drawn =
  '{ id: first, title: A first service, stage: in-memory, resource: { per-student: [tasks, books] } }';
const letter = '{ id: letter, stage: in-memory, mode: mail, continues: first }';

/** What both branches of both students hold. */
function trees(instructor: Instructor): string[] {
  return ['ada', 'lin'].flatMap((name) =>
    ['main', 'letter'].map((branch) =>
      git(instructor.repository('first', name), 'rev-parse', `${branch}^{tree}`),
    ),
  );
}

describe('class init', () => {
  it('writes a course that generate takes as it is', async () => {
    const place = machine();
    const made = await kit(['class', 'init', 'backends', '--yes'], place);
    expect(made.exitCode, made.stderr).toBe(0);
    const inside = { ...place, cwd: join(place.cwd, 'backends') };
    const generated = await kit(['class', 'generate'], inside);
    expect(generated.stderr).toBe('');
    expect(generated.stdout).toContain('6 made, 0 there already');
  });

  it('takes every answer as a flag, whatever is in it', async () => {
    const place = machine();
    const title = "Back\"ends: #1, \\ and 'more'";
    const flags = ['--title', title, '--time-zone', 'Asia/Kolkata', '--stage', 'sqlite'];
    const made = await kit(['class', 'init', ...flags, '--resources', 'members'], place);
    expect(made.exitCode, made.stderr).toBe(0);
    const generated = await kit(['class', 'generate', '--json'], place);
    expect(JSON.parse(generated.stdout).repositories[0].resource).toBe('members');
    const readme = join(place.cwd, 'repositories/first-service/ada/README.md');
    expect(readFileSync(readme, 'utf8')).toContain('Back"ends: \\#1');
  });

  it('says what is missing where nobody can answer, and overwrites nothing', async () => {
    const place = machine();
    const asked = await kit(['class', 'init'], place);
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toContain('these are not said: --title, --time-zone, --stage');
    writeFileSync(join(place.cwd, 'roster.csv'), 'mine');
    const taken = await kit(['class', 'init', '--yes'], place);
    expect(taken.exitCode).toBe(2);
    expect(taken.stderr).toContain('roster.csv is here already');
    expect(readdirSync(place.cwd)).toEqual(['roster.csv']);
  });
});

describe('class generate', () => {
  it('makes one clean commit for each student', async () => {
    const instructor = new Instructor(courseFile([drawn]), ['ada,Ada', 'lin,Lin']);
    const { repositories } = await instructor.ask('generate');
    expect(repositories).toMatchObject([
      { assignment: 'first', name: 'ada', students: ['ada'], state: 'made' },
      { assignment: 'first', name: 'lin', students: ['lin'], state: 'made' },
    ]);
    const ada = instructor.repository('first', 'ada');
    expect(git(ada, 'log', '--all', '--format=%s')).toBe('Start A first service');
    expect(git(ada, 'status', '--porcelain')).toBe('');
  });

  it('changes nothing when it runs again, and adds who is late', async () => {
    const instructor = new Instructor(courseFile([drawn, letter]), ['ada,Ada', 'lin,Lin']);
    await instructor.type('generate');
    const ada = instructor.repository('first', 'ada');
    writeFileSync(join(ada, 'README.md'), 'mine now');
    const before = git(ada, 'for-each-ref');
    instructor.enrol('zoe,Zoe', 'ada,Ada');
    const { repositories, orphans } = await instructor.ask('generate');
    expect(repositories).toMatchObject([
      { assignment: 'first', name: 'zoe', state: 'made' },
      { assignment: 'first', name: 'ada', state: 'kept' },
      { assignment: 'letter', name: 'zoe', state: 'made' },
      { assignment: 'letter', name: 'ada', state: 'kept' },
    ]);
    expect(orphans).toEqual(['first/lin']);
    expect(existsSync(instructor.repository('first', 'lin'))).toBe(true);
    expect(readFileSync(join(ada, 'README.md'), 'utf8')).toBe('mine now');
    expect(git(ada, 'for-each-ref')).toBe(before);
  });

  it('gives each student the same whenever and wherever it runs', async () => {
    const course = courseFile([drawn, letter]);
    const one = new Instructor(course, ['ada,Ada', 'lin,Lin']);
    const other = new Instructor(course, ['lin,Lin', 'ada,Ada']);
    await one.type('generate');
    await other.type('generate');
    expect(trees(other)).toEqual(trees(one));
  });

  it('leaves no trace of the secret in any object', async () => {
    const modes = ['exercise', 'blank', 'mail', 'drill'].map(
      (mode) => `{ id: ${mode}-work, stage: in-memory, mode: ${mode} }`,
    );
    const continued = '{ id: letter, stage: in-memory, mode: mail, continues: exercise-work }';
    const instructor = new Instructor(courseFile([...modes, continued]), ['ada,Ada', 'lin,Lin']);
    const { repositories } = await instructor.ask('generate');
    expect(repositories).toHaveLength(10);
    for (const { path } of repositories as { path: string }[]) {
      expect(everyObject(path)).not.toContain(SEED);
      expect(readFileSync(join(path, '.git/config'), 'utf8')).not.toContain(SEED);
    }
  });

  it('leaves no solution of an open lesson in any object', async () => {
    const instructor = new Instructor(courseFile([drawn]), ['ada,Ada']);
    await instructor.type('generate');
    const objects = everyObject(instructor.repository('first', 'ada'));
    expect(objects).toContain('TODO (03-create-and-read)');
    const course = instructor.course();
    const [work] = studentWorks(course, course.assignments[0]!);
    const solutions = solutionsOf(planWork(work!, course.kit));
    expect(solutions.length).toBeGreaterThan(5);
    expect(solutions.filter(({ text }) => objects.includes(text))).toEqual([]);
  });

  it('shows what it would make, and makes nothing', async () => {
    const instructor = new Instructor(courseFile([drawn]), ['ada,Ada']);
    const { repositories } = await instructor.ask('generate', '--dry-run');
    expect(repositories).toMatchObject([{ name: 'ada', state: 'to-make' }]);
    expect(existsSync(join(instructor.folder, 'repositories'))).toBe(false);
  });

  it('makes anew what an earlier run left half-made', async () => {
    const instructor = new Instructor(courseFile([drawn]), ['ada,Ada']);
    const halfMade = join(instructor.folder, 'repositories/first/.making-ada');
    mkdirSync(join(halfMade, '.git'), { recursive: true });
    writeFileSync(join(halfMade, 'rubbish'), 'x');
    await instructor.type('generate');
    expect(readdirSync(join(instructor.folder, 'repositories/first'))).toEqual(['ada']);
    expect(existsSync(join(instructor.repository('first', 'ada'), 'rubbish'))).toBe(false);
  });

  it('refuses to go on with another version than the course is taught with', async () => {
    const course = courseFile([drawn]).replace(/kit: .*/, 'kit: 9.9.9');
    const { exitCode, stderr } = await new Instructor(course, ['ada,Ada']).type('generate');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The course is taught with create-backend 9.9.9');
  });

  it('brings a letter that merges into what the student has made meanwhile', async () => {
    const instructor = new Instructor(courseFile([drawn, letter]), ['ada,Ada']);
    await instructor.type('generate');
    const clone = join(instructor.place.cwd, 'clone');
    git(instructor.place.cwd, 'clone', '-q', instructor.repository('first', 'ada'), clone);
    writeFileSync(join(clone, 'README.md'), '# Mine\n');
    writeFileSync(join(clone, 'src/errors.ts'), '// all mine\n');
    git(clone, 'commit', '-qam', 'Work');
    git(clone, 'merge', '-q', 'origin/letter', '-m', 'Take the letter');
    expect(readFileSync(join(clone, 'README.md'), 'utf8')).toBe('# Mine\n');
    expect(readdirSync(join(clone, 'letters')).sort()).toEqual(['1-in-memory.md', 'letter.md']);
  });

  it('asks a service in any language by the command of a repository without a source', async () => {
    const blank = '{ id: bare, stage: in-memory, mode: blank, lessons: [03-create-and-read] }';
    const instructor = new Instructor(courseFile([blank]), ['ada,Ada']);
    await instructor.type('generate');
    const bare = instructor.repository('bare', 'ada');
    const server = join(repository, 'test/alternatives/plain-node/server.ts');
    writeFileSync(join(bare, 'start.sh'), `exec node ${server}\n`);
    const command = /check (--start .*)/.exec(readFileSync(join(bare, 'README.md'), 'utf8'))![1]!;
    const flags = command.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', ''));
    const place = { cwd: bare, env: instructor.place.env };
    const asked = await kit(['check', '03-create-and-read', ...flags], place);
    expect(asked.exitCode, asked.stdout + asked.stderr).toBe(0);
  });
});
