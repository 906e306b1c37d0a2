import type { Api } from './api.ts';
import { show } from './expect.ts';
import { Failure, NotRunnable } from './failure.ts';
import type { Answer, Sent } from './http/exchange.ts';
import { prepare } from './prepare.ts';

/**
 * Sends what may break a service. It must refuse or accept, below 500, and go on living: the list
 * is asked afterwards, with the newest item in it, because a stored poison shows only there.
 * @param lastSent the request that was sent last, by whichever Api
 */
export async function provoke<Came extends Answer | null>(
  api: Api,
  work: () => Promise<Came>,
  lastSent: () => Sent | null,
): Promise<Came> {
  const page = await newestPage(api);
  const answer = await work();
  if (answer !== null && answer.status >= 500) {
    throw new Failure({ expected: 'an answer below 500, whatever is sent', answer });
  }
  const tried = answer?.request ?? lastSent();
  const after = await listAfter(api, page, tried);
  if (after.status === 200 && after.json !== undefined) return answer;
  const got = `then GET ${page} answers ${after.status} ${show(after.json)}`;
  const expected = `GET ${page} answers 200 as before`;
  throw new Failure({ expected, got, ...(answer === null ? asked(tried) : { answer }) });
}

async function newestPage(api: Api): Promise<string> {
  for (const query of ['?limit=100&sort=-id', '']) {
    const path = api.list + query;
    const answer = await prepare(() => api.get(path));
    if (answer.status === 200) return path;
  }
  throw new NotRunnable(`it needs a list that answers, and GET ${api.list} does not`);
}

async function listAfter(api: Api, page: string, tried: Sent | null): Promise<Answer> {
  try {
    return await api.get(page);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const got = `then GET ${page}: ${error.finding.got}`;
    throw new Failure({ expected: 'the service goes on answering', got, ...asked(tried) });
  }
}

function asked(request: Sent | null) {
  return request === null ? {} : { request };
}
