import type { Api } from '../../../src/checker/api.ts';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header } from '../../../src/checker/http/exchange.ts';

/** An address on another host, in an attribute that a browser would load. */
const foreignAsset =
  /(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+\.(?:js|css|png|svg|woff2?)[^"'\s>]*)/i;

/** The checks of what describes the API to people and programs. */
export const documentChecks: readonly Check[] = [
  {
    id: 'openapi-is-served',
    title: 'GET /openapi.json answers an OpenAPI 3.1 document',
    likely: { 404: 'the document is not served', else: 'the document is of an older version' },
    run: async ({ api }) => {
      const answer = await api.get('/openapi.json');
      expect.status(answer, 200);
      const version = String(expect.object(answer)['openapi']);
      expect.that(version.startsWith('3.1'), '`openapi` is 3.1.x', answer, `it is ${version}`);
    },
  },
  {
    id: 'openapi-has-every-route',
    title: 'the OpenAPI document names every route of {path}, with its statuses',
    likely: 'a route is hidden from the document, or its answers are not declared',
    run: async ({ api }) => {
      const paths = await documentedPaths(api);
      const list = paths[api.list];
      const item = Object.entries(paths).find(([path]) => isItemPath(path, api.list))?.[1];
      mustDeclare(list, `GET ${api.list}`, 'get', '200');
      mustDeclare(list, `POST ${api.list}`, 'post', '201');
      for (const [method, status] of Object.entries({
        get: 200,
        put: 200,
        patch: 200,
        delete: 204,
      })) {
        mustDeclare(item, `${method.toUpperCase()} ${api.list}/{id}`, method, String(status));
        mustDeclare(item, `${method.toUpperCase()} ${api.list}/{id}`, method, '404');
      }
    },
  },
  {
    id: 'docs-work-offline',
    title: 'GET /docs is a page that loads nothing from elsewhere',
    likely: 'the page takes its scripts from a CDN: it is empty without the network',
    run: async ({ api }) => {
      let answer = await api.get('/docs');
      for (let hop = 0; hop < 3 && answer.status >= 300 && answer.status < 400; hop++) {
        answer = await api.get(new URL(header(answer, 'location') ?? '', 'http://x/docs').pathname);
      }
      expect.status(answer, 200);
      const type = header(answer, 'content-type') ?? 'absent';
      expect.that(type.startsWith('text/html'), 'Content-Type: text/html', answer);
      const foreign = foreignAsset.exec(answer.body.toString())?.[1];
      expect.that(foreign === undefined, 'no asset of another host', answer, `it loads ${foreign}`);
    },
  },
];

type Operations = Record<string, { responses?: Record<string, unknown> }>;

async function documentedPaths(api: Api): Promise<Record<string, Operations>> {
  const answer = await api.get('/openapi.json');
  const { paths } = expect.object(answer);
  expect.that(expect.isObject(paths), 'an OpenAPI document with `paths`', answer);
  return withServerPrefix(expect.object(answer), paths as Record<string, Operations>);
}

/** Paths count from the document's server, which may hold a prefix of its own. */
function withServerPrefix(document: expect.Json, paths: Record<string, Operations>) {
  const servers = document['servers'] as { url?: string }[] | undefined;
  const prefix = new URL(servers?.[0]?.url ?? '/', 'http://x').pathname.replace(/\/$/, '');
  return Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      (prefix + path).replace(/(.)\/$/, '$1'),
      operations,
    ]),
  );
}

function isItemPath(path: string, list: string): boolean {
  return path.startsWith(`${list}/{`) && !path.slice(list.length + 1).includes('/');
}

function mustDeclare(
  operations: Operations | undefined,
  route: string,
  method: string,
  status: string,
) {
  const operation = operations?.[method];
  expect.that(operation !== undefined, `the document has ${route}`, undefined, 'it does not');
  const declared = Object.keys(operation?.responses ?? {});
  const got = `it declares ${declared.join(', ') || 'none'}`;
  expect.that(declared.includes(status), `the document has ${status} for ${route}`, undefined, got);
}
