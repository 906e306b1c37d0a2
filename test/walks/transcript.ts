import { format } from 'prettier';
import { stages } from '../../src/catalog/stages.ts';
import type { Step } from './stage-walk.ts';

const HOW =
  'This page is written by `npm run test:walks -- --update`, which takes an hour or more.';

/** What stands before the transcript of the walk that does everything as the kit does it. */
export const kitsWay = `# The walk

One learner, from an empty folder to the last letter: every lesson of the TypeScript stack in order, its page and its hints read, its checks red, its solution applied (or its work done, where it is one of practice), its checks green; at the end of each stage the customer's letter, answered by hand, and \`next --yes\` over the border. Red are the checks of a lesson that failed before, none of which belonged to an earlier one; green those of the lesson that passed after, or, for a letter, all.

[Another walk](walk-own-way.md) is that of somebody who does it in a way of their own. ${HOW}
`;

/** The same, for the walk of somebody with a hand of their own. */
export const ownWay = `# The walk in a way of one's own

Another learner than that of [the walk](walk.md), who does not do it as the kit would. Before the first lesson a file is renamed, another removed, a route added and a package installed for it. The lessons below are solved in other words, in another style and with other names, two of them partly in files of their own (\`test/walks/own-way\`); those that are left out are solved as the kit does it. After each letter and after each border everything that was written in a way of one's own has to be there, by its content. Red are the checks that failed before, green those of the lesson that passed after, or, for a letter, all.

${HOW}
`;

/**
 * A walk as a page of Markdown, in the form that the formatter gives it.
 * @param told a sentence or two about each stage, in their order; none where nothing is to be told
 */
export function transcriptOf(
  head: string,
  steps: readonly Step[],
  told: readonly string[] = [],
): Promise<string> {
  const parts = stages.flatMap((stage, at) => [
    `## Stage ${stage.number}: ${stage.title}`,
    tableOf(steps.filter((step) => step.stage === stage)),
    told[at] ?? '',
  ]);
  return format([head, ...parts].join('\n\n'), { parser: 'markdown', printWidth: 100 });
}

function tableOf(steps: readonly Step[]): string {
  return [
    '| lesson | red before | green after |',
    '| --- | --: | --: |',
    ...steps.map(({ what, red, green }) => `| ${what} | ${red} | ${green} |`),
  ].join('\n');
}
