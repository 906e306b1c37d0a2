/**
 * Tests the image and the compose file of a generated project with a real Docker Engine:
 *
 *     node test/docker/run.ts path/to/project        (as root, on Linux)
 *
 * The engine is brought along, lives in namespaces of its own and sees no network; only what
 * it is made of is downloaded, once, into the cache. README.md beside this file says how.
 */
import { resolve } from 'node:path';
import { prepareBench } from './bench/prepare.ts';
import { obstacle } from './bench/requirements.ts';
import { runSuite } from './bench/run-suite.ts';

const project = process.argv[2];
if (project === undefined) {
  console.error('usage: node test/docker/run.ts PROJECT');
  process.exit(2);
}

const reason = obstacle();
if (reason === null) {
  const bench = prepareBench(resolve(project));
  process.exitCode = await runSuite(bench);
} else {
  console.log(`skipped: ${reason}`);
  process.exitCode = process.env['CI'] ? 1 : 0;
}
