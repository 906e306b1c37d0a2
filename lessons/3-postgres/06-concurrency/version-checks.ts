import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { header } from '../../../src/checker/http/exchange.ts';
import { getUnless, versionOf } from './versions.ts';

/** An opaque tag, weak or strong (RFC 9110, 8.8.3). */
const entityTag = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

/** The checks of versions that are read. */
export const versionChecks: readonly Check[] = [
  {
    id: 'item-has-a-version',
    title: 'GET of one {item} answers an ETag, the same one as long as nothing changes',
    likely: 'the header is not set, lacks its quotes, or is made anew for each answer',
    run: async ({ api }) => {
      const { id } = await api.given();
      const answer = await api.get(api.item(id));
      const version = expect.hasHeader(answer, 'ETag');
      expect.that(entityTag.test(version), 'an ETag in double quotes', answer, `ETag: ${version}`);
      const again = await api.get(api.item(id));
      expect.same(header(again, 'etag'), version, 'the ETag of the same item', again);
    },
  },
  {
    id: 'change-makes-a-version',
    title: 'each change of one {item} gives it another ETag',
    likely: 'the ETag is made of what does not change, or of a time in whole seconds',
    run: async ({ api, items }) => {
      const item = await api.given();
      const seen = new Set([await versionOf(api, item.id)]);
      const { field, value } = items.change(item);
      for (const next of [value, item[field.name], value]) {
        expect.success(await api.patch(api.item(item.id), { [field.name]: next }));
        const version = await versionOf(api, item.id);
        expect.that(!seen.has(version), 'an ETag that was not there before', undefined, version);
        seen.add(version);
      }
    },
  },
  {
    id: 'comments-make-a-version',
    title: 'a new comment gives the {item} another ETag, because the answer is another one',
    likely: '`comment_count` is in the answer and not in what its ETag is made of',
    run: async ({ api }) => {
      const { id } = await api.given();
      const before = await versionOf(api, id);
      expect.status(await api.post(`${api.item(id)}/comments`, { body: 'new' }), 201);
      const answer = await api.get(api.item(id));
      expect.that(header(answer, 'etag') !== before, `another ETag than ${before}`, answer);
    },
  },
  {
    id: 'known-version-is-304',
    title: 'GET with the ETag in If-None-Match answers 304 without a body, and the ETag',
    likely: {
      200: 'nothing reads If-None-Match',
      else: 'the answer goes the way of one with a body',
    },
    run: async ({ api }) => {
      const { id } = await api.given();
      const version = await versionOf(api, id);
      const answer = await getUnless(api, id, version);
      expect.status(answer, 304);
      expect.same(answer.body.length, 0, 'the length of the body', answer);
      expect.same(header(answer, 'etag'), version, 'the ETag', answer);
    },
  },
  {
    id: 'if-none-match-is-a-list',
    title: 'If-None-Match may be a list, weak tags, or *; an old ETag is no match',
    likely: 'the header is compared as a whole text with the ETag (RFC 9110, 13.1.2)',
    run: async ({ api, items }) => {
      const item = await api.given();
      const old = await versionOf(api, item.id);
      const { field, value } = items.change(item);
      await api.patch(api.item(item.id), { [field.name]: value });
      const version = await versionOf(api, item.id);
      const weak = version.startsWith('W/') ? version : `W/${version}`;
      for (const known of [`"other", ${version}`, weak, '*']) {
        expect.status(await getUnless(api, item.id, known), 304, `for If-None-Match: ${known}`);
      }
      expect.status(await getUnless(api, item.id, old), 200, 'for a version of before');
    },
  },
];
