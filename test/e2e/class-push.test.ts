import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseFile, git, Instructor } from '../support/course.ts';
import { addProgram, machine } from '../support/machine.ts';

const first = '{ id: first, title: A first service, stage: in-memory, due: 2026-12-05 }';
const letter = '{ id: letter, stage: in-memory, mode: mail, continues: first }';

/** An instructor with a host on the same disk, on which repositories lie that are bare. */
class Host {
  readonly folder: string;

  constructor({ place }: Instructor, ...names: readonly string[]) {
    this.folder = join(place.cwd, 'host');
    mkdirSync(this.folder);
    for (const name of names) this.make(name);
  }

  get remote(): string {
    return join(this.folder, '{identifier}.git');
  }

  make(name: string): void {
    git(this.folder, 'init', '-q', '--bare', '--initial-branch=main', `${name}.git`);
  }

  branches(name: string): string[] {
    const format = '--format=%(refname:short) %(subject)';
    return git(join(this.folder, `${name}.git`), 'for-each-ref', format).split('\n');
  }

  /** A student's own clone, with a change that is committed and pushed. */
  work(name: string, path: string, text: string): string {
    const clone = join(this.folder, `${name}-clone`);
    if (!existsSync(clone)) git(this.folder, 'clone', '-q', `${name}.git`, clone);
    writeFileSync(join(clone, path), text);
    git(clone, 'add', '--all');
    git(clone, 'commit', '-qm', `Write ${path}`);
    git(clone, 'push', '-q', 'origin', 'HEAD:main');
    return clone;
  }
}

async function generated(assignments: readonly string[], ...roster: readonly string[]) {
  const instructor = new Instructor(courseFile(assignments), roster);
  const { exitCode, stderr } = await instructor.type('generate');
  expect(exitCode, stderr).toBe(0);
  return instructor;
}

const statesOf = ({ repositories }: { repositories: { name: string; state: string }[] }) =>
  Object.fromEntries(repositories.map(({ name, state }) => [name, state]));

describe('class push', () => {
  it('brings every repository to its remote, and goes on where it was broken off', async () => {
    const instructor = await generated([first], 'ada,Ada', 'lin,Lin');
    const host = new Host(instructor, 'ada');
    const once = await instructor.ask('push', '--remote', host.remote);
    expect(statesOf(once)).toEqual({ ada: 'pushed', lin: 'failed' });
    host.make('lin');
    const again = await instructor.ask('push', '--remote', host.remote);
    expect(statesOf(again)).toEqual({ ada: 'there', lin: 'pushed' });
    expect(host.branches('lin')).toEqual(['main Start A first service']);
    const third = await instructor.type('push', '--remote', host.remote);
    expect(third).toMatchObject({ exitCode: 0, stdout: '0 pushed, 2 there already\n' });
  });

  it('has repositories made by a command where the host does not know them', async () => {
    const instructor = await generated([first], 'ada,Ada', 'lin,Lin');
    const host = new Host(instructor, 'ada');
    addProgram(
      instructor.place.programs,
      'make-one',
      'git init -q --bare "$2" && echo "$1" >> "$3"',
    );
    const made = join(host.folder, 'made');
    const create = `make-one {identifier} "${host.remote}" ${made}`;
    const pushed = await instructor.ask('push', '--remote', host.remote, '--create', create);
    expect(statesOf(pushed)).toEqual({ ada: 'pushed', lin: 'pushed' });
    expect(readFileSync(made, 'utf8')).toBe('lin\n');
    const failing = ['push', '--remote', `${host.folder}/x/{identifier}`, '--create', 'no-such'];
    const { stdout, exitCode } = await instructor.type(...failing);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('there is no program no-such');
  });

  it('brings a letter as a branch', async () => {
    const instructor = await generated([first, letter], 'ada,Ada');
    const host = new Host(instructor, 'ada');
    await instructor.type('push', '--remote', host.remote);
    expect(host.branches('ada')).toEqual([
      'letter Receive a letter: letter',
      'main Start A first service',
    ]);
  });

  it('never overwrites what is there already', async () => {
    const instructor = await generated([first], 'ada,Ada');
    const host = new Host(instructor, 'ada');
    const other = join(instructor.place.cwd, 'other');
    git(instructor.place.cwd, 'init', '-q', '--initial-branch=main', other);
    writeFileSync(join(other, 'README.md'), 'of somebody');
    git(other, 'add', '.');
    git(other, 'commit', '-qm', 'Theirs');
    git(other, 'push', '-q', join(host.folder, 'ada.git'), 'main');
    const { stdout, exitCode } = await instructor.type('push', '--remote', host.remote);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('something else is there already');
    expect(host.branches('ada')).toEqual(['main Theirs']);
  });

  it.each([
    [['--remote', 'git@host:all.git'], 'is the same for all students'],
    [['--remote', '--upload-pack=x{identifier}'], 'is no remote'],
    [['--remote', '/x/{name}-{identifier}'], '{name} means nothing'],
    [['--remote', '/x/{username}'], 'ada has no username on the roster'],
  ])('refuses %j', async (flags, reason) => {
    const instructor = new Instructor(courseFile([first]), ['ada,Ada']);
    const { exitCode, stderr } = await instructor.type('push', ...flags);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(reason);
  });
});

describe('class update', () => {
  it('brings what has changed to who has not begun, and to who has as a branch that merges', async () => {
    const instructor = await generated([first], 'ada,Ada', 'lin,Lin');
    const host = new Host(instructor, 'ada', 'lin');
    await instructor.type('push', '--remote', host.remote);
    const clone = host.work('lin', 'src/mine.ts', 'export const mine = 1;\n');
    instructor.write('course.yaml', courseFile([first.replace('12-05', '12-12')]));

    const seen = await instructor.ask('update', '--dry-run');
    expect(statesOf(seen)).toEqual({ ada: 'to-change', lin: 'to-change' });
    const { repositories } = await instructor.ask('update');
    expect(repositories).toMatchObject([
      { name: 'ada', state: 'changed', paths: ['README.md'] },
      { name: 'lin', state: 'changed', paths: ['README.md'] },
    ]);
    expect(statesOf(await instructor.ask('update'))).toEqual({ ada: 'same', lin: 'same' });

    const pushed = await instructor.ask('push', '--remote', host.remote);
    expect(statesOf(pushed)).toEqual({ ada: 'pushed', lin: 'beside' });
    expect(host.branches('ada')).toEqual(['main Update to create-backend 0.1.0']);
    git(clone, 'pull', '-q', '--no-rebase', '--no-edit', 'origin', 'update');
    expect(readFileSync(join(clone, 'README.md'), 'utf8')).toContain('12 December 2026');
    expect(readFileSync(join(clone, 'src/mine.ts'), 'utf8')).toContain('mine');
    const again = await instructor.ask('push', '--remote', host.remote);
    expect(statesOf(again)).toEqual({ ada: 'there', lin: 'there' });
  });

  it('leaves alone what somebody has edited, and what would be drawn anew', async () => {
    const drill = '{ id: first, stage: in-memory, mode: drill }';
    const instructor = await generated([drill], 'ada,Ada', 'lin,Lin');
    writeFileSync(join(instructor.repository('first', 'ada'), 'README.md'), 'by hand');
    const course = courseFile([drill]).replace(/^seed: .*$/m, 'seed: another secret of ours');
    instructor.write('course.yaml', course);
    const { repositories } = await instructor.ask('update');
    expect(statesOf({ repositories })).toEqual({ ada: 'edited', lin: 'other-draw' });
  });
});

describe('class status', () => {
  const two = '{ id: first, stage: in-memory, lessons: [03-create-and-read, 04-validation] }';

  it('tells from clones who is where, and who may be stuck', async () => {
    const instructor = await generated([two], 'ada,Ada', 'lin,Lin', 'bo,Bo');
    const clones = join(instructor.place.cwd, 'clones');
    mkdirSync(clones);
    for (const name of ['ada', 'lin']) {
      git(clones, 'clone', '-q', instructor.repository('first', name), name);
    }
    const commit = (message: string) =>
      git(join(clones, 'lin'), 'commit', '-q', '--allow-empty', '-m', message);
    commit('Try');
    commit('Begin 04-validation: its tests count from now on');
    for (const at of [1, 2, 3, 4, 5]) commit(`Try again ${at}`);
    const { students } = await instructor.ask('status', '--clones', clones);
    expect(students).toMatchObject([
      { name: 'ada', state: 'untouched', commits: 0, lesson: null },
      { name: 'lin', state: 'working', commits: 6, lesson: '04-validation', commitsOnLesson: 5 },
      { name: 'bo', state: 'absent' },
    ]);
    const { stdout } = await instructor.type('status', '--clones', clones);
    expect(stdout).toContain('lin  at 04-validation, 6 commits, the last today, perhaps stuck');
  });

  it('runs nothing that a clone wants to have run', async () => {
    const instructor = await generated([two], 'ada,Ada');
    const clones = join(instructor.place.cwd, 'clones');
    mkdirSync(clones);
    git(clones, 'clone', '-q', instructor.repository('first', 'ada'), 'ada');
    const trace = join(clones, 'was-run');
    addProgram(instructor.place.programs, 'trap', `touch ${trace}`);
    const own = join(clones, 'ada');
    for (const setting of ['core.fsmonitor', 'core.pager', 'uploadpack.packObjectsHook']) {
      git(own, 'config', setting, 'trap');
    }
    git(own, 'config', 'log.showSignature', 'true');
    git(own, 'config', 'gpg.program', 'trap');
    const { students } = await instructor.ask('status', '--clones', clones);
    expect(students).toMatchObject([{ name: 'ada', state: 'untouched' }]);
    expect(existsSync(trace)).toBe(false);
  });
});

describe('class gradebook', () => {
  it('fills in what Canvas exported, which may be the roster itself', async () => {
    const place = machine();
    const instructor = new Instructor(courseFile([first], 'roster: canvas.csv'), [], place);
    instructor.write(
      'canvas.csv',
      'Student,ID,SIS Login ID,Section,A first service (9)\n    Points Possible,,,,100\n"Moreau, Ada",7,ada,A,\n',
    );
    mkdirSync(join(instructor.folder, 'grades/first'), { recursive: true });
    const points = { possible: 100, earned: 90, late: 9, adjusted: 0, total: 81 };
    const whose = { assignment: 'first', work: 'ada', students: ['ada'] };
    const grade = { schema: 1, ...whose, state: 'graded', points, lessons: [] };
    instructor.write('grades/first/ada.json', JSON.stringify(grade));
    const flags = ['--format', 'canvas', '--export', 'canvas.csv'];
    const { exitCode, stdout, stderr } = await instructor.type('gradebook', ...flags);
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain('gradebook-canvas.csv: 1 grades');
    expect(instructor.read('gradebook-canvas.csv')).toContain('"Moreau, Ada",7,ada,A,81');
    const wrong = await instructor.type('gradebook', '--format', 'excel');
    expect(wrong.stderr).toContain('There are canvas, moodle, moodle-worksheet, csv, json.');
    instructor.write('grades/first/ada.json', '{"schema":1}');
    const broken = await instructor.type('gradebook', '--format', 'csv');
    expect(broken.stderr).toContain('is no grade of ada for first');
  });
});
