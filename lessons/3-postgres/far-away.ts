import type { Question } from '../../src/checker/check.ts';
import { mainService } from './another-service.ts';

/** How far away the database is put, so that those who race always meet; in milliseconds. */
const FAR_MS = 25;

/** Puts the database so far away that requests at once overlap; warm, as in real life. */
export async function farAway(question: Question): Promise<void> {
  const { api, database } = mainService(question);
  await Promise.all([api.get(api.list), api.get(api.list)]);
  database.link.slow(FAR_MS);
}
