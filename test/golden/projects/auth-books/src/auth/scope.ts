import type { Caller } from './caller.ts';
import { may } from './policy.ts';

/** What of others a caller sees, as values for SQL. */
export interface Scope {
  callerId: number;
  seesAll: boolean;
}

/** The condition that every query for books has to hold; what it hides does not exist. */
export const VISIBLE = '(owner_id = :callerId OR :seesAll)';

export function scopeOf(caller: Caller): Scope {
  return { callerId: caller.id, seesAll: may(caller, 'books.see_all') };
}
