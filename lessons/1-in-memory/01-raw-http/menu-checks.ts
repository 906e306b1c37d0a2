import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { readMenu } from './menu.ts';

/** The stage after which the file has other requests. */
const LAST_STAGE = 3;
const verb =
  /^(?:get|fetch|find|list|create|add|make|update|edit|change|delete|remove|destroy)(?:$|[-_A-Z])/;

/** The menu of the API that the learner writes: `requests.http`. */
export const menuChecks: readonly Check[] = [
  {
    id: 'menu-has-every-route',
    title:
      'requests.http asks for {items} in every way: list, create, read, replace, change, remove',
    likely: 'a request is missing, or its address is another one than that of the API',
    needs: ['project'],
    until: LAST_STAGE,
    run: async ({ project, api }) => {
      const dishes = readMenu(project);
      const menu = new Set(dishes.map(({ method, path }) => `${method} ${kindOf(path, api)}`));
      for (const [method, kind] of routes) {
        const address = kind === 'list' ? api.list : api.item('1');
        const isThere = menu.has(`${method} ${kind}`);
        expect.that(isThere, `a request ${method} ${address}`, undefined, 'there is none');
      }
    },
  },
  {
    id: 'menu-names-things',
    title: 'the addresses in requests.http name things, and leave the verb to the method',
    likely: 'what is to be done stands in the address; the method says it already',
    needs: ['project'],
    until: LAST_STAGE,
    run: async ({ project, resource }) => {
      for (const { method, path } of readMenu(project)) {
        const found = path.split('/').find((part) => part !== resource.path && verb.test(part));
        expect.that(found === undefined, 'no verb in an address', undefined, `${method} ${path}`);
      }
    },
  },
  {
    id: 'menu-says-the-status',
    title: 'requests.http says of each request which status is expected',
    likely: 'a heading lacks its status, or has another one; refusals belong into the menu, too',
    needs: ['project'],
    until: LAST_STAGE,
    run: async ({ project }) => {
      const menu = readMenu(project);
      const silent = menu.find(({ statuses }) => statuses.length === 0);
      const got = `${silent?.method} ${silent?.path} has none`;
      expect.that(silent === undefined, 'a status in each heading', undefined, got);
      const named = new Set(menu.flatMap(({ statuses }) => statuses));
      for (const status of [200, 201, 204]) {
        expect.that(named.has(status), `a request that is answered ${status}`, undefined, 'none');
      }
      const fails = [...named].some((status) => status >= 400 && status < 500);
      expect.that(fails, 'a request that is refused, with its 4xx', undefined, 'none');
    },
  },
];

const routes = [
  ['GET', 'list'],
  ['POST', 'list'],
  ['GET', 'item'],
  ['PUT', 'item'],
  ['PATCH', 'item'],
  ['DELETE', 'item'],
] as const;

/** Whether a path is that of the list, of one item, or of something else. */
function kindOf(path: string, api: Question['api']): 'list' | 'item' | 'other' {
  if (path.replace(/\/$/, '') === api.list) return 'list';
  const rest = path.startsWith(`${api.list}/`) ? path.slice(api.list.length + 1) : '';
  return /^[^/]+$/.test(rest) && rest !== 'imports' ? 'item' : 'other';
}
