import type { Api } from '../../src/checker/api.ts';
import type { Json } from '../../src/checker/expect.ts';
import { isObject } from '../../src/checker/expect.ts';
import { NotRunnable } from '../../src/checker/failure.ts';

/** Path of the comments of one item. */
export function commentsOf(api: Api, id: unknown): string {
  return `${api.item(id)}/comments`;
}

/** A comment that exists, for a check that is about something else. */
export async function givenComment(api: Api, itemId: unknown, body = 'Looks good'): Promise<Json> {
  const answer = await api.post(commentsOf(api, itemId), { body });
  if (answer.status < 300 && isObject(answer.json)) return answer.json;
  throw new NotRunnable(`it needs a comment, and POST of one answers ${answer.status}`);
}
