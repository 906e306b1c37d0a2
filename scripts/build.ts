import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { compileTemplates } from './compile-templates.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await bundle();
await compileTemplates(join(root, 'templates'), join(dist, 'templates'));

/** One entry and a chunk for whatever is imported lazily; nothing is left to install. */
async function bundle(): Promise<void> {
  const build = await rolldown({
    input: join(root, 'src', 'cli.ts'),
    platform: 'node',
    tsconfig: false,
  });
  await build.write({ dir: dist, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  await build.close();
}
