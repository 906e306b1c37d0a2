import type { Check } from '../../src/checker/check.ts';
import * as expect from '../../src/checker/expect.ts';
import { readCompose } from '../../src/checker/files/compose.ts';

/** What belongs to no lesson of the stage. */
export const conformance: readonly Check[] = [
  {
    id: 'service-writes-nothing',
    title: 'the compose file runs the service with a file system that is read only',
    likely: 'the line is missing: whoever breaks in can leave something behind',
    needs: ['project'],
    run: async ({ project }) => {
      for (const { name, settings } of readCompose(project).own) {
        if (settings['build'] === undefined) continue;
        expect.same(settings['read_only'], true, `in the compose file, \`read_only\` of ${name}`);
      }
    },
  },
];
