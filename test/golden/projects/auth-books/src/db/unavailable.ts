import { DatabaseError } from 'pg';
import { Refusal } from '../errors.ts';

/** The database is away, overloaded or too slow; soon the same request may succeed. */
export class Unavailable extends Refusal {
  constructor(cause: unknown) {
    const message = 'The database does not answer in time; try again in a moment.';
    super('unavailable', message, { cause, retryAfter: 1 });
  }
}

/**
 * The SQLSTATEs that speak of the server and not of the statement: connection, deadlock, idle
 * transaction, resources, lock timeout, intervention (shutdown, statement timeout).
 */
const PASSING = /^(08|40|25P03|53|55P03|57)/;

/** Passes on what Postgres says of a statement; all else is the fault of connection or server. */
export function orUnavailable(error: unknown): never {
  const isOurs = error instanceof TypeError;
  const isOfStatement = error instanceof DatabaseError && !PASSING.test(error.code ?? '');
  throw isOurs || isOfStatement ? error : new Unavailable(error);
}
