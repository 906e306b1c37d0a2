import type { Api } from '../../../src/checker/api.ts';
import { NotRunnable } from '../../../src/checker/failure.ts';
import { header, type Answer, type Request } from '../../../src/checker/http/exchange.ts';

/** The version of an item that GET names; NotRunnable where it names none. */
export async function versionOf(api: Api, id: unknown): Promise<string> {
  const version = header(await api.get(api.item(id)), 'etag');
  if (version !== null) return version;
  throw new NotRunnable('it needs a version, and GET answers no ETag');
}

/** Asks for an item that is known in some version. */
export function getUnless(api: Api, id: unknown, version: string): Promise<Answer> {
  const headers = [['If-None-Match', version]] as const;
  return api.send({ method: 'GET', path: api.item(id), headers });
}

/** Changes or removes an item where it still has the version. */
export function ifVersion(
  api: Api,
  version: string,
  request: Omit<Request, 'headers'>,
): Promise<Answer> {
  return api.send({ ...request, headers: [['If-Match', version]] });
}
