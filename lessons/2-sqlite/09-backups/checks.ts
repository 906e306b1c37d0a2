import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';

/** Lesson 09: a copy is a backup once it has been restored. */
export const checks: readonly Check[] = [
  {
    id: 'backup-can-be-restored',
    title: 'a backup that was taken while serving brings everything back that was there',
    likely:
      'the file is copied while it is open, and the newest changes are in another one beside it',
    needs: ['start'],
    seconds: 30,
    run: async ({ api, service }) => {
      const folder = await mkdtemp(join(tmpdir(), 'create-backend-backup-'));
      const copy = join(folder, 'copy');
      try {
        const before = await api.given();
        await service.command('backup', copy);
        const after = await api.given();
        await service.restart('SIGTERM', () => service.command('restore', copy));
        const restored = await api.get(api.item(before.id));
        expect.status(restored, 200, 'for what was there when the backup was taken');
        expect.same(restored.json, before, 'the item', restored);
        const gone = await api.get(api.item(after.id));
        expect.status(gone, 404, 'for what came after the backup');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  },
];
