import { UserError } from '../../errors.ts';
import { resourceOf } from '../../scaffold/questions/resource.ts';
import type { NamedResource } from './course.ts';
import type { Section } from './section.ts';

/** `resource: tasks`, `same: tasks`, or `per-student: [tasks, notes, ./orders.json]`. */
export function readResources(section: Section, folder: string): NamedResource[] {
  if (!section.keys.includes('resource')) return readNamed(section, 'resource', ['tasks'], folder);
  if (section.isText('resource')) {
    return readNamed(section, 'resource', [section.text('resource')], folder);
  }
  const choice = section.section('resource').allow(['same', 'per-student']);
  const same = choice.optionalText('same');
  const drawn = choice.texts('per-student').map(({ text }) => text);
  const names = same === null ? drawn : [same];
  if (names.length === 0 || (same !== null && drawn.length > 0)) {
    section.report('resource', 'say same: tasks, or per-student: [tasks, notes]');
  }
  return readNamed(choice, same === null ? 'per-student' : 'same', names, folder);
}

function readNamed(
  section: Section,
  key: string,
  names: readonly string[],
  folder: string,
): NamedResource[] {
  return names.flatMap((name) => {
    try {
      return [{ name, resource: resourceOf(name, folder).resource }];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      section.report(key, error.message);
      return [];
    }
  });
}
