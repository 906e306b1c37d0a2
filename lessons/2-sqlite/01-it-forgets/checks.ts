import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { furtherService, mustHaveEnded } from '../further-service.ts';
import { defaultFileChecks } from './default-file-checks.ts';

/** Last stage whose data are in a file. */
const FILES_UNTIL = 2;
const ENDED_WITHIN_MS = 5_000;
const BURST = 60;
/** How many of the burst are waited for before the process is killed. */
const ANSWERED = 20;

/** Lesson 01: what was acknowledged is there tomorrow. */
export const checks: readonly Check[] = [
  {
    id: 'restart-keeps-everything',
    title: 'after a restart every {item} is there, as it was',
    likely: {
      404: 'the items are still in memory, or each start begins with a new file',
      else: 'what comes back from the store is not what went in',
    },
    needs: ['start'],
    run: async ({ api, items, service }) => {
      const made = [await api.given(), await api.stored((await api.given(items.unusual())).id)];
      await service.restart('SIGTERM');
      for (const item of made) {
        const answer = await api.get(api.item(item['id']));
        expect.status(answer, 200, 'after SIGTERM and a new start');
        expect.same(answer.json, item, 'the item after the restart', answer);
      }
    },
  },
  {
    id: 'kill-keeps-what-was-promised',
    title: '{an item} whose 201 was sent is there after kill -9, and none is there by half',
    likely: 'the answer goes out before the data are written: a promise that a crash breaks',
    needs: ['start'],
    run: async ({ api, items, service }) => {
      const inputs = Array.from({ length: BURST }, () => items.valid());
      const writing = inputs.map((input) => api.post(api.list, input).catch(() => null));
      await Promise.all(writing.slice(0, ANSWERED));
      await service.restart('SIGKILL');
      const answers = (await Promise.all(writing)).filter((answer) => answer?.status === 201);
      for (const answer of answers) {
        const found = await api.get(api.item(expect.object(answer!)['id']));
        const isKept = found.status === 200;
        const expected = 'each item whose 201 was sent before the kill';
        expect.that(isKept, expected, undefined, `GET of one of them answers ${found.status}`);
        expect.same(found.json, answer!.json, 'one of them after the kill');
      }
      for (const item of await api.listed('limit=100&sort=-id')) {
        expect.status(await api.get(api.item(item['id'])), 200, 'for each that is listed');
      }
    },
  },
  {
    id: 'ids-go-on-after-a-restart',
    title: 'an id is never given twice, not even after a restart',
    likely: 'the next id is the largest one that is left, plus one: links lead to another {item}',
    needs: ['start'],
    run: async ({ api, service }) => {
      const { id } = await api.given();
      expect.success(await api.delete(api.item(id)));
      await service.restart('SIGTERM');
      const { id: next } = await api.given();
      const got = `${expect.show(id)} was deleted before the restart, and is given again`;
      expect.that(next !== id, 'a new id', undefined, got);
    },
  },
  {
    id: 'data-are-where-told',
    title: 'the data are in the file that DATABASE_PATH names: two files, two lists',
    likely: 'the path of the file is written into the code, and the setting is not read',
    needs: ['start'],
    until: FILES_UNTIL,
    run: async (question) => {
      const { api } = question;
      const { id } = await api.given();
      const further = await furtherService(question, {});
      const answer = await further.api.get(further.api.list);
      expect.status(answer, 200);
      const got = `an item of the other file, whose id is ${expect.show(id)}, or another one`;
      const isEmpty = expect.items(answer).length === 0;
      expect.that(isEmpty, 'an empty list from a new file', answer, isEmpty ? undefined : got);
    },
  },
  {
    id: 'unusable-file-ends-it',
    title: 'where DATABASE_PATH cannot be used, the service ends with one clear sentence',
    likely: 'a file that cannot be opened is replaced by memory, or noticed at the first request',
    needs: ['start'],
    until: FILES_UNTIL,
    run: async ({ service }) => {
      const folder = join(await service.scratch(), 'a-folder');
      await mkdir(folder);
      const launched = await service.launch({ DATABASE_PATH: folder }, ENDED_WITHIN_MS);
      mustHaveEnded(launched, 'with a folder as DATABASE_PATH');
    },
  },
  {
    id: 'damaged-file-is-kept',
    title: 'a damaged file ends the service, and is left as it is',
    likely: 'what cannot be read is deleted and begun anew: with it goes what could be rescued',
    needs: ['start'],
    until: FILES_UNTIL,
    run: async ({ service, random }) => {
      const DATABASE_PATH = join(await service.scratch(), 'damaged.sqlite');
      const text = random.word(8_192);
      await writeFile(DATABASE_PATH, text);
      const launched = await service.launch({ DATABASE_PATH }, ENDED_WITHIN_MS);
      mustHaveEnded(launched, 'with a damaged file');
      const isKept = (await readFile(DATABASE_PATH, 'latin1')) === text;
      expect.that(isKept, 'the damaged file is left as it is', undefined, 'it is overwritten');
    },
  },
  ...defaultFileChecks,
];
