import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { commentsOf } from './comments.ts';

/** What belongs to no lesson of the stage. */
export const conformance: readonly Check[] = [
  {
    id: 'new-routes-are-documented',
    title: 'the OpenAPI document has the routes of comments and of imports',
    likely: 'the document is written by hand, or the new routes are kept out of it',
    run: async ({ api }) => {
      const answer = await api.get('/openapi.json');
      const { paths } = expect.object(answer);
      const known = Object.keys((paths ?? {}) as object).map((path) =>
        path.replaceAll(/\{\w+\}/g, '{}'),
      );
      const routes = ['/imports', '/{}/comments', '/{}/comments/{}'];
      for (const route of routes) {
        const isThere = known.some((path) => `${path}$`.includes(`${route}$`));
        expect.that(isThere, `the document has ${api.list}${route}`, undefined, 'it does not');
      }
    },
  },
  {
    id: 'new-routes-know-their-methods',
    title: 'a wrong method on comments or imports answers 405, and HEAD and OPTIONS answer',
    likely: 'the new routes are registered past what answers for the first ones',
    run: async ({ api }) => {
      const comments = commentsOf(api, (await api.given()).id);
      const wrong = await api.put(comments, {});
      expect.status(wrong, 405);
      expect.hasHeader(wrong, 'Allow');
      expect.status(await api.send({ method: 'HEAD', path: comments }), 200, 'for HEAD');
      const options = await api.send({ method: 'OPTIONS', path: comments });
      expect.status(options, [200, 204], 'for OPTIONS');
      expect.hasHeader(options, 'Allow');
    },
  },
];
