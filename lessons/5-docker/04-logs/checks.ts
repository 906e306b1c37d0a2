import { randomUUID } from 'node:crypto';
import type { Api } from '../../../src/checker/api.ts';
import type { Check, Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { Request } from '../../../src/checker/http/exchange.ts';
import { linesUntil } from '../../../src/checker/service/log-lines.ts';
import { secretChecks } from './secret-checks.ts';

/** Lesson 04: what a log tells about a request. */
export const checks: readonly Check[] = [
  {
    id: 'requests-are-in-the-log',
    title: 'each request leaves a line on stdout with its request_id, refused ones too',
    likely: 'the log goes to a file, or its lines do not say which request they are about',
    needs: ['start'],
    run: async (question) => {
      const { api, people } = question;
      for (const [asker, path] of [
        [api, api.list],
        [api, api.missing],
        [people.nobody, api.list],
      ] as const) {
        const { id, lines } = await logged(question, asker, { method: 'GET', path });
        const ours = lines.filter((line) => parse(line)?.['request_id'] === id);
        const expected = `a line with "request_id":"${id}" for GET ${path}`;
        expect.that(ours.length > 0, expected, undefined, describe(lines));
      }
    },
  },
  {
    id: 'log-lines-are-json',
    title: 'every line of the log is one JSON object with its time and level',
    likely: 'something prints on its own, or an error over many lines; machines read line by line',
    needs: ['start'],
    run: async (question) => {
      const { api } = question;
      const mark = question.service.main.log.end;
      const headers = [['Content-Type', 'application/json']] as const;
      await logged(question, api, { method: 'POST', path: api.list, body: '{', headers });
      await logged(question, api, { method: 'GET', path: api.list });
      for (const line of question.service.main.log.since(mark)) {
        const { time, level } = parse(line) ?? {};
        const isWhole = time !== undefined && level !== undefined;
        expect.that(isWhole, 'a JSON object with time and level', undefined, line);
      }
    },
  },
  {
    id: 'log-lines-say-what-happened',
    title: 'the line of a request says its method, its path and its status',
    likely: 'the line says that something happened, and not what',
    needs: ['start'],
    run: async (question) => {
      const { api } = question;
      const path = api.missing;
      const { id, lines } = await logged(question, api, { method: 'DELETE', path });
      const text = lines.filter((line) => parse(line)?.['request_id'] === id).join('\n');
      for (const part of ['DELETE', path, '404']) {
        expect.that(text.includes(part), `${part} in the line`, undefined, text);
      }
    },
  },
  {
    id: 'log-lines-cannot-be-forged',
    title: 'no text of a request begins a line of its own in the log',
    likely: 'texts are put into the line as they come: a line break in one makes a second line',
    needs: ['start'],
    run: async (question) => {
      const { api, items, service } = question;
      const mark = service.main.log.end;
      const forged = `{"level":"info","forged":"${randomUUID()}"}`;
      const address = `${api.list}/%0A${encodeURIComponent(forged)}`;
      await api.get(address);
      await api.post(api.list, items.valid({ [`x\n${forged}`]: 1 }));
      const headers = [['User-Agent', `\u001b[2J${forged}`]] as const;
      await logged(question, api, { method: 'GET', path: api.list, headers });
      for (const line of service.main.log.since(mark)) {
        const isForged = line.trim().startsWith(forged) || line.includes('\u001b');
        expect.that(!isForged, 'lines of the service only', undefined, line);
      }
    },
  },
  ...secretChecks,
];

/** Sends a request under an id of its own, and waits for the line that tells of it. */
async function logged({ service }: Question, asker: Api, request: Request) {
  const id = `check-${randomUUID()}`;
  const mark = service.main.log.end;
  const headers = [...(request.headers ?? []), ['X-Request-Id', id] as const];
  await asker.send({ ...request, headers });
  return { id, lines: await linesUntil(service.main, mark, id) };
}

function parse(line: string): expect.Json | null {
  try {
    const value = JSON.parse(line) as unknown;
    return expect.isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function describe(lines: readonly string[]): string {
  return lines.length === 0 ? 'not a single line' : `the last line is ${lines.at(-1)}`;
}
