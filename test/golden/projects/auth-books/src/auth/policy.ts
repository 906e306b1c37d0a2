import { Refusal } from '../errors.ts';
import type { Role } from './schema.ts';

/** All that not everybody may do, and who may. Nothing else in the service looks at a role. */
const ALLOWED = {
  'books.see_all': ['admin'],
  'books.reopen': ['admin'],
  'users.list': ['admin'],
  'users.change_role': ['admin'],
  'audit_log.list': ['admin'],
} satisfies Record<string, Role[]>;

export type Privilege = keyof typeof ALLOWED;

export function may(caller: { role: Role }, privilege: Privilege): boolean {
  const roles: Role[] = ALLOWED[privilege];
  return roles.includes(caller.role);
}

/** Refuses callers who may not. */
export function demand(caller: { role: Role }, privilege: Privilege): void {
  if (!may(caller, privilege)) throw new Forbidden(privilege);
}

/** A refusal that the audit log remembers. */
export class Forbidden extends Refusal {
  readonly privilege: Privilege;

  constructor(privilege: Privilege) {
    super('forbidden', 'Your role does not allow this.');
    this.privilege = privilege;
  }
}
