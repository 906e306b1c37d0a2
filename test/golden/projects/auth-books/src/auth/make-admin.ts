import { record } from '../audit/log.ts';
import type { Database } from '../db/database.ts';
import { UserStore } from './users.ts';

/** Rows from before there were users, save those whose natural key the admin has taken already. */
const ADOPT = `
  UPDATE books AS orphan SET owner_id = :id
  WHERE owner_id IS NULL
    AND NOT EXISTS (
      SELECT FROM books
      WHERE owner_id = :id AND isbn = orphan.isbn
    )
  RETURNING id`;

/** The way to the first admin: no request can ask for it, only who runs the service. */
export async function makeAdmin(database: Database, email: string): Promise<{ adopted: number }> {
  return database.transaction(async (tx) => {
    const users = new UserStore(tx);
    const user = await users.findByEmail(email);
    if (!user) throw new Error('Nobody is registered with this e-mail.');
    await users.changeRole(user.id, 'admin');
    const actor = { id: null, requestId: 'make-admin' };
    await record(tx, actor, 'users.change_role', [`users/${user.id}`]);
    const adopted = await tx.query(ADOPT, { id: user.id });
    return { adopted: adopted.length };
  });
}
