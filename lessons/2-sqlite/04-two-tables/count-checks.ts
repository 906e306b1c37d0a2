import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { countStatements } from '../../../src/checker/service/statement-count.ts';
import { givenComment } from '../comments.ts';
import { furtherService } from '../further-service.ts';

const FEW = 1;
const MANY = 40;

/** The checks of `comment_count`, and of what it costs. */
export const countChecks: readonly Check[] = [
  {
    id: 'comments-are-counted',
    title: 'every answer with {an item} says in `comment_count` how many comments it has',
    likely: 'one of the answers is made without the join, or counts other rows than the comments',
    run: async ({ api, items, resource }) => {
      const input = items.valid();
      const created = await api.created(input);
      const item = expect.object(created);
      expect.same(item['comment_count'], 0, '`comment_count` of a new one', created);
      for (const body of ['one', 'two']) await givenComment(api, item['id'], body);
      const path = api.item(item['id']);
      const query = new URLSearchParams({ [resource.key.name]: String(item[resource.key.name]) });
      for (const answer of [
        await api.get(path),
        await api.patch(path, {}),
        await api.put(path, input),
      ]) {
        expect.same(expect.object(answer)['comment_count'], 2, '`comment_count`', answer);
      }
      const list = await api.get(`${api.list}?${query}`);
      expect.same(expect.items(list)[0]?.['comment_count'], 2, '`comment_count` in a list', list);
    },
  },
  {
    id: 'items-without-comments-stay',
    title: 'a list has the items without comments too, each of them once',
    likely: 'JOIN leaves out what has nothing to join: LEFT JOIN keeps it; or GROUP BY is missing',
    run: async ({ api }) => {
      const [none, two] = [await api.given(), await api.given()];
      for (const body of ['one', 'two']) await givenComment(api, two.id, body);
      const newest = (await api.listed('limit=2&sort=-id')).map(({ id, comment_count }) => [
        id,
        comment_count,
      ]);
      const wanted = [
        [two.id, 2],
        [none.id, 0],
      ];
      expect.same(newest, wanted, 'ids and counts of the newest two');
    },
  },
  {
    id: 'counts-follow-removals',
    title: '`comment_count` goes down when a comment is removed',
    likely:
      'a removed comment is hidden and still counted, or the number is kept beside the comments',
    run: async ({ api }) => {
      const { id } = await api.given();
      const comment = await givenComment(api, id);
      await givenComment(api, id);
      expect.success(await api.delete(`${api.item(id)}/comments/${String(comment['id'])}`));
      const answer = await api.get(api.item(id));
      expect.same(expect.object(answer)['comment_count'], 1, '`comment_count`', answer);
    },
  },
  {
    id: 'counts-are-not-sent',
    title: '`comment_count` in a POST or a PATCH answers 422',
    likely: 'the schema of what goes out is used for what comes in',
    run: async ({ api, items }) => {
      const { id } = await api.given();
      const posted = await api.post(api.list, items.valid({ comment_count: 5 }));
      expect.status(posted, 422, 'for POST');
      expect.status(await api.patch(api.item(id), { comment_count: 5 }), 422, 'for PATCH');
    },
  },
  {
    id: 'longer-lists-take-no-more-queries',
    title: `a list of ${MANY} items takes as many queries as a list of ${FEW}`,
    likely: 'one query for the list, and one more for each {item} in it (N+1): a join needs one',
    needs: ['start'],
    until: 2,
    seconds: 30,
    run: async (question) => {
      const count = await countStatements(await question.service.scratch());
      const { api } = await furtherService(question, count.settings);
      await givenComment(api, (await api.given()).id);
      for (let made = 1; made < MANY; made++) await api.given();
      const queriesFor = async (limit: number) => {
        await count.taken();
        await api.listed(`limit=${limit}`);
        return count.taken();
      };
      const [few, many] = [await queriesFor(FEW), await queriesFor(MANY)];
      if (few === 0) throw new NotRunnable('the queries of this service cannot be counted');
      const got = `${few} for ${FEW} and ${many} for ${MANY}`;
      expect.that(many === few, 'the same number of queries for both', undefined, got);
    },
  },
];
