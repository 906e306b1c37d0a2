import { randomUUID } from 'node:crypto';
import { isObject, type Json } from '../expect.ts';
import { NotRunnable } from '../failure.ts';
import type { Answer, Request } from '../http/exchange.ts';
import type { Api } from '../api.ts';

export const AUDIT_LOG = '/api/v1/audit-log';
/** The largest page that every list allows. */
const PAGE = 100;

/** An answer, and what the audit log says of its request. */
export interface Recorded {
  readonly answer: Answer;
  readonly entries: readonly Json[];
}

/** Sends a request under an id of its own, and finds the entries that it has left. */
export async function recorded(asker: Api, request: Request, admin: Api): Promise<Recorded> {
  const id = `check-${randomUUID()}`;
  const headers = [...(request.headers ?? []), ['X-Request-Id', id] as const];
  const answer = await asker.send({ ...request, headers });
  const entries = (await newestEntries(admin)).filter((entry) => entry['request_id'] === id);
  return { answer, entries };
}

/** Entries of both ends of the log: which of them is the newer one is the service's own affair. */
export async function newestEntries(admin: Api): Promise<Json[]> {
  const first = await page(admin, 0);
  const last = first.total > PAGE ? await page(admin, first.total - PAGE) : first;
  const entries = [...first.items, ...last.items];
  return [...new Map(entries.map((entry) => [entry['id'], entry])).values()];
}

async function page(admin: Api, offset: number): Promise<{ items: Json[]; total: number }> {
  const { json, status } = await admin.get(`${AUDIT_LOG}?limit=${PAGE}&offset=${offset}`);
  if (isObject(json) && Array.isArray(json['items'])) {
    return { items: json['items'] as Json[], total: Number(json['total']) };
  }
  throw new NotRunnable(`it reads the audit log, and GET ${AUDIT_LOG} answers ${status}`);
}
