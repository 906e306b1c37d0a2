import type { Check } from '../../../src/checker/check.ts';
import * as expect from '../../../src/checker/expect.ts';
import { imageOf, readDockerfile } from '../../../src/checker/files/dockerfile.ts';

/** Lesson 05: who gets the signals. */
export const checks: readonly Check[] = [
  {
    id: 'signals-reach-the-service',
    title: 'the image starts the service without a shell, so that SIGTERM reaches it',
    likely:
      'the shell form: process 1 is a shell, which keeps SIGTERM; after ten seconds all is killed',
    needs: ['project'],
    run: async ({ project }) => {
      const image = imageOf(readDockerfile(project));
      const commands = ['ENTRYPOINT', 'CMD'].flatMap(
        (wanted) => image.findLast(({ name }) => name === wanted) ?? [],
      );
      expect.that(commands.length > 0, 'CMD or ENTRYPOINT', undefined, 'there is none');
      const [{ name, text }] = commands as [(typeof commands)[number]];
      const isDirect = /^\["(?!(?:\/bin\/)?(?:ba|da)?sh"|npm"|pnpm"|yarn")/.test(text);
      expect.that(isDirect, `${name} ["program", …]`, undefined, `${name} ${text}`);
    },
  },
];
