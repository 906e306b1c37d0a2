import type { FastifyInstance } from 'fastify';
import { Forbidden } from '../auth/policy.ts';
import type { Queryable } from '../db/database.ts';
import type { AuditEntry, AuditQuery } from './schema.ts';

/** Who did it, where that is known, and in which request. */
export interface Actor {
  id: number | null;
  requestId: string;
}

/**
 * Writes one entry for each target, e.g. `users.register` of `users/7`. With the transaction of the
 * change that it records, there is never one without the other. No values: they may be secret.
 */
export async function record(
  database: Queryable,
  actor: Actor,
  action: string,
  targets: (string | null)[],
  outcome: AuditEntry['outcome'] = 'success',
): Promise<void> {
  const insert = `
    INSERT INTO audit_log (actor_id, action, target, outcome, request_id)
    SELECT :id, :action, target, :outcome, :requestId FROM unnest(:targets::text[]) AS target`;
  await database.query(insert, { ...actor, action, targets, outcome });
}

/** Records who was refused what, on all routes of `app`; the answer is made elsewhere. */
export function recordRefusals(app: FastifyInstance, database: Queryable): void {
  app.setErrorHandler(async (error, { caller }) => {
    if (error instanceof Forbidden)
      await record(database, caller, error.privilege, [null], 'denied');
    throw error;
  });
}

/** A page of the log, the newest entry first. */
export async function listEntries(database: Queryable, { limit, offset, ...filters }: AuditQuery) {
  const { actor = null, action = null } = filters;
  const where = `WHERE (:actor::bigint IS NULL OR actor_id = :actor)
    AND (:action::text IS NULL OR action = :action)`;
  const select = `SELECT * FROM audit_log ${where} ORDER BY id DESC LIMIT :limit OFFSET :offset`;
  const count = `SELECT count(*) AS total FROM audit_log ${where}`;
  const [items, [counted]] = await Promise.all([
    database.query<AuditEntry>(select, { actor, action, limit, offset }),
    database.query<{ total: number }>(count, { actor, action }),
  ]);
  return { items, total: counted!.total, limit, offset };
}
