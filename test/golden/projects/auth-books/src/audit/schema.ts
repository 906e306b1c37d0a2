import { z } from 'zod';
import * as field from '../http/fields.ts';
import * as parameter from '../http/parameters.ts';

export const OUTCOMES = ['success', 'failure', 'denied'] as const;

/** What somebody did, tried to do, or was refused. */
export const AuditEntry = z
  .object({
    id: z.int().min(1),
    at: z.iso.datetime(),
    actor_id: z.int().min(1).nullable().describe('Null where nobody proved who they are.'),
    action: z.string(),
    target: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    request_id: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const AuditPage = parameter.pageOf(AuditEntry).meta({ id: 'AuditPage' });

/** The newest entries come first. */
export const AuditQuery = z.strictObject({
  limit: parameter.limit,
  offset: parameter.offset,
  actor: parameter.id.optional(),
  action: field.text().optional(),
});

export type AuditEntry = z.output<typeof AuditEntry>;
export type AuditQuery = z.output<typeof AuditQuery>;
