import { isDeepStrictEqual } from 'node:util';
import { parseResource } from '../../catalog/parse-resource.ts';
import type { Resource } from '../../catalog/resource.ts';
import type { KnownProject } from '../../project/read-state.ts';
import type { Repository } from '../../project/repository.ts';
import { STATE_FILE } from '../../project/state.ts';

/**
 * What a project was to serve before letters from customers changed it, the latest first: as its
 * state file was committed. None where that was always the same, or the history does not tell.
 */
export async function servedBefore(
  { git }: Repository,
  { resource }: KnownProject,
): Promise<Resource[]> {
  const commits = await git.read('log', '--format=%H', '--', STATE_FILE);
  const before: Resource[] = [];
  for (const commit of commits.split('\n').filter(Boolean)) {
    const { exitCode, stdout } = await git.try('show', `${commit}:./${STATE_FILE}`);
    const served = exitCode === 0 ? readResource(stdout) : null;
    const isKnown = [resource, ...before].some(({ schema }) =>
      isDeepStrictEqual(schema, served?.schema),
    );
    if (served?.name === resource.name && !isKnown) before.push(served);
  }
  return before;
}

function readResource(state: string): Resource | null {
  try {
    return parseResource((JSON.parse(state) as { resource?: unknown }).resource).resource;
  } catch {
    return null;
  }
}
