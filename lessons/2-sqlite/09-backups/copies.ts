import { join } from 'node:path';
import type { Question } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import type { CopyCommand } from '../../../src/checker/service/commands.ts';
import type { Settings } from '../../../src/checker/service/control.ts';
import { lastWords } from '../../../src/checker/service/run-command.ts';
import { givenComment } from '../comments.ts';
import { askable, furtherService, type FurtherService } from '../further-service.ts';

/** Saves, changes, restores: ends the check as failed unless all is as it was when it was saved. */
export async function mustBringBack(question: Question): Promise<void> {
  const first = await furtherService(question, {});
  const { api, data } = first;
  const item = await api.given();
  await givenComment(api, item.id);
  const copy = await mustRun(question, 'backup', data);
  const wanted = await api.stored(item.id);
  await api.delete(api.item(item.id));
  const later = await api.given();
  const again = await restored(question, first, copy, data);
  const found = await again.api.get(again.api.item(item.id));
  expect.status(found, 200, 'it was there at the backup');
  expect.same(found.json, wanted, 'the item after the restore', found);
  const gone = await again.api.get(again.api.item(later.id));
  expect.that(
    expect.object(gone)['id'] !== later.id,
    'no item that was made after the backup',
    gone,
  );
}

/** Runs the command, and answers the file of the copy. */
export async function mustRun(
  { service }: Question,
  command: CopyCommand,
  data: Settings,
  file?: string,
): Promise<string> {
  const copy = file ?? join(await service.scratch(), 'copy');
  const result = await service.run(command, data, copy);
  const expected = `the ${command} command ends with exit code 0`;
  // Programs of a database show their error first, and then the statement that it is about.
  const error = result.output.split('\n').find((line) => /error|fatal/i.test(line));
  const got = `exit code ${result.exitCode}: ${error ?? lastWords(result)}`;
  expect.that(result.exitCode === 0, expected, undefined, got);
  return copy;
}

/** Ends the service, brings the copy back, and starts it again on the same data. */
export async function restored(
  question: Question,
  { service }: FurtherService,
  copy: string,
  data: Settings,
): Promise<FurtherService> {
  await service.stop();
  await mustRun(question, 'restore', data, copy);
  return askable(question, await question.service.launch(data));
}
