import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownEnvironment } from '../../src/system/own-environment.ts';
import { kit } from '../support/kit.ts';
import { machine } from '../support/machine.ts';
import { Movable } from '../support/movable.ts';

test('a project with a route and a dependency of its own moves on, checked, installed and tested', async () => {
  const project = await installedProject();
  useADependency(project);
  const refused = await project.kit('upgrade', '--json');
  expect(refused.exitCode, 'nanoid is not installed yet').toBe(1);
  expect(JSON.parse(refused.stdout).moved).toBe(false);

  const { exitCode, stdout, stderr } = await project.kit('upgrade', '--anyway', '--json');
  expect(exitCode, stderr).toBe(0);
  const { steps, moved } = JSON.parse(stdout);
  expect(moved).toBe(true);
  expect(steps).toMatchObject([
    { step: 'install', ok: true },
    { step: 'test', ok: true },
    { step: 'check', ok: true },
  ]);
  expect([project.stage, project.isClean]).toEqual(['sqlite', true]);
  const lock = JSON.parse(project.git('show', 'HEAD:package-lock.json'));
  expect(lock.packages['node_modules/nanoid'].version).toBe('5.1.5');
  expect(project.read('src/app.ts')).toContain("app.get('/hello'");
});

/** A project on this very machine, with all that it depends on. */
async function installedProject(): Promise<Movable> {
  const place = machine({});
  const { CI: _, PATH, ...others } = ownEnvironment(process.env);
  const here = { ...place, env: { ...others, PATH: `${place.programs}:${PATH}` } };
  const made = await kit(['my-api', '--yes', '--install', '--no-test'], here);
  expect(made, made.stderr).toMatchObject({ exitCode: 0 });
  return new Movable(here, join(place.cwd, 'my-api'));
}

function useADependency(project: Movable): void {
  const [zod, options] = ['  useZod(app);', 'import { serverOptions }'];
  project.edit('src/app.ts', zod, `  app.get('/hello', () => nanoid());\n${zod}`);
  project.edit('src/app.ts', options, `import { nanoid } from 'nanoid';\n${options}`);
  project.editJson('package.json', (json) => (json['dependencies'].nanoid = '5.1.5'));
}
