import { relative } from 'node:path';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { conflictIn, hasConflict, makeConflict } from '../lessons/practice/conflict.ts';
import { requireProject } from '../project/read-state.ts';

/** Makes the sandbox in which the lesson on version control resolves a conflict. */
export async function practice(
  { again = false }: { again?: boolean },
  context: Context,
  command: string,
): Promise<number> {
  const { folder: project } = requireProject(context.cwd);
  const path = (folder: string) => relative(context.cwd, folder);
  if (hasConflict(project) && !again) {
    throw new UserError(
      `The sandbox is there already: ${path(conflictIn(project).folder)}`,
      `Go on in it, or begin anew: ${command} practice --again`,
    );
  }
  const { folder, branch, file } = await makeConflict(context, project);
  context.out.print(
    [
      `A repository to practise in: ${path(folder)}`,
      '',
      `On main, ${file} says when a café opens; on ${branch}, when it closes. Bring them together:`,
      '',
      `  cd ${path(folder)}`,
      `  git merge ${branch}`,
      `  (edit ${file} so that it says what both branches wanted, without the marks)`,
      `  git commit --all`,
      '',
      `Then: ${command} check 02-version-control`,
    ].join('\n'),
  );
  return 0;
}
