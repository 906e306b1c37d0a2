import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { compileClassroom } from './compile-classroom.ts';
import { buildSite } from './build-site.ts';
import { compileLetters } from './compile-letters.ts';
import { compileLessons } from './compile-lessons.ts';
import { compileDecoys, compileMistakes } from './compile-mistakes.ts';
import { compileTemplates } from './compile-templates.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** The argument parser could start other programs as subcommands; ours never does, and is spared the load. */
const withoutChildProcess: Plugin = {
  name: 'without-child-process',
  resolveId: (id, importer) =>
    id === 'node:child_process' && importer?.includes('commander') ? '\0no-child-process' : null,
  load: (id) => (id === '\0no-child-process' ? 'export default {};' : null),
};

await rm(dist, { recursive: true, force: true });
await bundle();
await compileTemplates(join(root, 'templates'), join(dist, 'templates'));
await compileMistakes(join(root, 'lessons'), dist);
await compileDecoys(join(root, 'lessons'), dist);
await compileLetters(join(root, 'lessons'), dist);
await compileClassroom(join(root, 'classroom'), dist);
await compileLessons(join(root, 'lessons'), join(dist, 'lessons'));
await buildSite(join(root, 'src', 'site'), join(dist, 'site'));

/**
 * One entry and a chunk for whatever is imported lazily; nothing is left to install.
 * CommonJS, because an ES module that imports a module of Node's (`node:fs`) also runs all of its
 * lazy getters, which costs half of the start-up time.
 */
async function bundle(): Promise<void> {
  const build = await rolldown({
    input: join(root, 'src', 'cli.ts'),
    platform: 'node',
    plugins: [withoutChildProcess],
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await build.write({
    dir: dist,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name]-[hash].cjs',
  });
  await build.close();
}
