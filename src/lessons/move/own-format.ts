import type { Context } from '../../context.ts';
import type { KnownProject } from '../../project/read-state.ts';
import { ownForm } from '../own-form.ts';
import type { Border } from './border.ts';

/**
 * The border with a further version of what the stage changes, in the form that the project's own
 * formatter gives it, where the person has told that formatter other things than the kit. What is
 * new comes in that form.
 */
export async function withOwnFormat(
  context: Pick<Context, 'run' | 'env' | 'signal'>,
  project: KnownProject,
  border: Border,
): Promise<Border> {
  const { base, next } = border;
  const format = ownForm(context, project, base);
  if (format === null) return border;
  const changed = [...next].filter(([path, text]) => base.get(path) !== text);
  const before = changed.flatMap(([path]): [string, string][] =>
    base.has(path) ? [[path, base.get(path)!]] : [],
  );
  const version = {
    base: await format(new Map(before)),
    next: await format(new Map(changed)),
    regions: new Map(),
  };
  const added = [...version.next].filter(([path]) => !base.has(path));
  return { ...border, next: new Map([...next, ...added]), others: [...border.others, version] };
}
