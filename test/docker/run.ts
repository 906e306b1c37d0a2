/**
 * Tests the image and the compose file of a generated project with a real Docker Engine, as root
 * on Linux. README.md beside this file says how.
 *
 *     node test/docker/run.ts [PROJECT]
 *
 * Without a project, the kit makes one (`npm run build` first).
 */
import { prepareBench } from './bench/prepare.ts';
import { obstacle } from './bench/requirements.ts';
import { runSuite } from './bench/run-suite.ts';

const reason = obstacle();
if (reason === null) {
  process.exitCode = await runSuite(prepareBench(process.argv[2]));
} else {
  console.log(`skipped: ${reason}`);
  process.exitCode = process.env['CI'] ? 1 : 0;
}
