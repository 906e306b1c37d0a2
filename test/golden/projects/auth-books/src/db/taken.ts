import { DatabaseError } from 'pg';

/** Turns the refusal of a unique index, which has the last word in a race, into an outcome. */
export function orTaken(error: unknown): 'taken' {
  if (error instanceof DatabaseError && error.code === '23505') return 'taken';
  throw error;
}
