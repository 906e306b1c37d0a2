import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';

/** What belongs to no lesson of the stage: the rarer corners of HTTP. */
export const conformance: readonly Check[] = [
  {
    id: 'accept-is-no-trap',
    title: 'any Accept header answers 200, or 406 where it excludes JSON',
    likely: 'the header is compared as a whole text, or a list in it breaks the reading',
    run: async ({ api }) => {
      for (const accept of ['*/*', 'application/*', 'text/html, */*;q=0.1']) {
        const answer = await getAccepting(accept);
        expect.status(answer, 200, `for Accept: ${accept}`);
      }
      for (const accept of ['image/png', 'application/json;q=0', ';;;']) {
        expect.status(await getAccepting(accept), [200, 406, 400], `for Accept: ${accept}`);
      }
      function getAccepting(accept: string) {
        return api.send({ method: 'GET', path: api.list, headers: [['Accept', accept]] });
      }
    },
  },
  {
    id: 'unknown-methods-are-refused',
    title: 'TRACE and methods that nobody knows are refused, and echo nothing',
    likely: 'every method that is not GET goes to one handler',
    run: async ({ api }) => {
      for (const method of ['TRACE', 'PROPFIND']) {
        const answer = await api.provoke(() => api.send({ method, path: api.list }));
        expect.status(answer, [400, 404, 405], `for ${method}`);
      }
    },
  },
  {
    id: 'method-override-is-ignored',
    title: 'X-HTTP-Method-Override does not turn a POST into a DELETE',
    likely: 'a header, meant for old browsers, may choose another method than that of the request',
    run: async ({ api }) => {
      const { id } = await api.given();
      const headers = [['X-HTTP-Method-Override', 'DELETE']] as const;
      await api.send({ method: 'POST', path: api.item(id), headers, json: {} });
      expect.status(await api.get(api.item(id)), 200, 'the item is still there');
    },
  },
  {
    id: 'torn-requests-are-survived',
    title: 'contradictory or cut requests do no harm to the service',
    likely: 'an error of the connection that nobody listens to ends the process',
    run: async ({ api }) => {
      const post = `POST ${api.list} HTTP/1.1\r\nContent-Type: application/json\r\nConnection: close\r\n`;
      const torn = [
        `GET ${api.list} HTTP/1.1\r\nConnection: close\r\n\r\n`,
        `${post}Host: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}}`,
        `${post}Host: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
        `${post}Host: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n`,
        `FOO ${api.list} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        '\u0016\u0003\u0001\r\n\r\n',
      ];
      for (const bytes of torn) await api.provoke(() => api.sendBytes(bytes));
      await api.abandon(`${post}Host: x\r\nContent-Length: 100\r\n\r\n{"a`);
    },
  },
  {
    id: 'giants-are-survived',
    title: 'an address of 70 KB and a header of 100 KB do no harm to the service',
    likely: 'what comes before the body is used without a limit',
    run: async ({ api }) => {
      await api.provoke(() => api.get(`${api.list}?q=${'x'.repeat(70_000)}`));
      const headers = [['X-Request-Id', 'x'.repeat(100_000)]] as const;
      await api.provoke(() => api.send({ method: 'GET', path: api.list, headers }));
    },
  },
  {
    id: 'creations-at-once-all-count',
    title: '50 items created at once have 50 ids, and all are there',
    likely: 'the next id is read, and written back later: two requests read the same one',
    run: async ({ api }) => {
      const made = await Promise.all(Array.from({ length: 50 }, () => api.given()));
      const ids = new Set(made.map(({ id }) => id));
      expect.same(ids.size, 50, 'the number of different ids');
      for (const { id } of made) expect.status(await api.get(api.item(id)), 200);
    },
  },
  {
    id: 'expect-continue-is-answered',
    title: 'Expect: 100-continue does not leave the client waiting',
    likely: 'nothing answers the question, and the client waits for leave to send',
    run: async ({ api, items }) => {
      const headers = [['Expect', '100-continue']] as const;
      const answer = await api.send({
        method: 'POST',
        path: api.list,
        headers,
        json: items.valid(),
      });
      expect.status(answer, [201, 417]);
    },
  },
];
