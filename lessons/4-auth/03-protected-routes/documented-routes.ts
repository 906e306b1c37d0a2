import type { Api } from '../../../src/checker/api.ts';
import { isObject } from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { LOGIN, REGISTER } from '../../../src/checker/people/person.ts';

/** One method of one path, with ids in place of parameters. */
export interface Route {
  readonly method: string;
  readonly path: string;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** All that the service's own document says of what is closed to strangers. */
export async function documentedRoutes(api: Api): Promise<Route[]> {
  const { json } = await api.get('/openapi.json');
  const paths = isObject(json) ? json['paths'] : undefined;
  if (!isObject(paths)) throw new NotRunnable('it reads /openapi.json, which has no paths');
  const routes = Object.entries(paths).flatMap(([template, operations]) =>
    methods
      .filter((method) => isObject(operations) && operations[method] !== undefined)
      .map((method) => ({ method: method.toUpperCase(), path: fill(template) })),
  );
  return routes.filter(({ path }) => path.startsWith('/api/v1') && !isOpen(path));
}

function fill(template: string): string {
  return template.replaceAll(/\{[^}]+\}/g, '1');
}

function isOpen(path: string): boolean {
  return path === REGISTER || path === LOGIN;
}
