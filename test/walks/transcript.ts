import { format } from 'prettier';
import { stages } from '../../src/catalog/stages.ts';
import type { Step } from './stage-walk.ts';

const HEAD = `# The walk

One learner, from an empty folder to the last letter: every lesson of the TypeScript stack in order, its page and its hints read, its checks red, its solution applied (or its work done, where it is one of practice), its checks green; at the end of each stage the customer's letter, answered by hand, and \`next --yes\` over the border. Red are the checks of a lesson that failed before, none of which belonged to an earlier one; green those of the lesson that passed after, or, for a letter, all.

This page is written by \`npm run test:walks -- --update\`, which takes an hour or more.
`;

/** The walk as a page of Markdown, in the form that the formatter gives it. */
export function transcriptOf(steps: readonly Step[]): Promise<string> {
  const parts = stages.flatMap((stage) => [
    `## Stage ${stage.number}: ${stage.title}`,
    [
      '| lesson | red before | green after |',
      '| --- | --: | --: |',
      ...steps
        .filter((step) => step.stage === stage)
        .map(({ what, red, green }) => `| ${what} | ${red} | ${green} |`),
    ].join('\n'),
  ]);
  return format([HEAD, ...parts].join('\n\n'), { parser: 'markdown', printWidth: 100 });
}
