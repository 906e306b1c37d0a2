import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFailed, onTestFinished } from 'vitest';

/** A new empty folder; it is kept, and its path printed, when the test fails. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'create-backend-test-')));
  let failed = false;
  onTestFailed(() => {
    failed = true;
    console.error(`kept: ${folder}`);
  });
  onTestFinished(() => {
    if (!failed) rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
