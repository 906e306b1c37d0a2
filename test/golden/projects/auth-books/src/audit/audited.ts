import { DatabaseError } from 'pg';
import type { Caller } from '../auth/caller.ts';
import type { Database, Queryable } from '../db/database.ts';
import { Refusal } from '../errors.ts';
import { record } from './log.ts';

/** Stores as a service gets them: each is opened for a caller, and sees what the caller may see. */
export interface Audited<Store> {
  reading(caller: Caller): Store;
  /** All of `work` in one transaction, with the entries that it has to record. */
  changing<Result>(
    caller: Caller,
    work: (
      store: Store,
      note: (action: string, ...targets: string[]) => Promise<void>,
    ) => Promise<Result>,
  ): Promise<Result>;
}

export function audited<Store>(
  database: Database,
  open: (database: Queryable, caller: Caller) => Store,
): Audited<Store> {
  return {
    reading: (caller) => open(database, caller),
    changing: (caller, work) => {
      const transaction = database.transaction((tx) =>
        work(open(tx, caller), (action, ...targets) => record(tx, caller, action, targets)),
      );
      return transaction.catch(orGone);
    },
  };
}

/** A token may outlive its user, where an older backup came back. */
function orGone(error: unknown): never {
  const isUserGone =
    error instanceof DatabaseError && /_(owner|actor)_id_fkey$/.test(error.constraint ?? '');
  throw isUserGone ? new Refusal('unauthorized', 'The user of this token is gone.') : error;
}
