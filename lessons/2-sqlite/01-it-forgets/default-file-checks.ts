import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import type { ProjectCopy } from '../../../src/checker/service/project-copy.ts';
import { run } from '../../../src/system/process.ts';
import { askable } from '../further-service.ts';

/** The checks of where the data are while nobody says where. They ask a copy of the project. */
export const defaultFileChecks: readonly Check[] = [
  {
    id: 'default-file-lasts',
    title: 'without DATABASE_PATH the data are in a file inside the project, and last there',
    likely: 'the default is a temporary folder, which is emptied, or the memory',
    needs: ['start', 'project'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const copy = await question.service.copyProject();
      const before = await filesIn(copy.folder);
      const { api, service } = await startCopy(question, copy);
      const { id } = await api.given();
      await service.kill();
      const added = (await filesIn(copy.folder)).filter((path) => !before.includes(path));
      expect.that(added.length > 0, 'a file inside the project', undefined, 'no new file there');
      const again = askable(question, await copy.launch());
      expect.status(await again.api.get(api.item(id)), 200, 'after kill -9 and a new start');
    },
  },
  {
    id: 'default-file-is-ignored',
    title: 'git ignores the file with the data',
    likely: 'the .gitignore does not name it: the next `git add .` publishes everybody’s data',
    needs: ['start', 'project'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const copy = await question.service.copyProject();
      await git(copy, 'init', '--quiet');
      await git(copy, 'add', '.');
      const { api } = await startCopy(question, copy);
      await api.given();
      const added = await git(copy, 'ls-files', '--others', '--exclude-standard');
      const expected = '`git status` names no file that the service has written';
      expect.that(added === '', expected, undefined, `it names ${added.split('\n').join(', ')}`);
    },
  },
];

/** The service of the copy, on data where the project puts them by itself. */
async function startCopy(question: Question, copy: ProjectCopy) {
  // A temporary folder of its own: what is written there is gone with the check.
  const TMPDIR = await question.service.scratch();
  await copy.migrate({ TMPDIR });
  return askable(question, await copy.launch({ TMPDIR }));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function git({ folder: cwd }: ProjectCopy, ...words: string[]): Promise<string> {
  const { started, exitCode, stdout } = await run(['git', ...words], { cwd, env: process.env });
  if (started && exitCode === 0) return stdout.trim();
  throw new NotRunnable('it asks git, and there is none that answers');
}
