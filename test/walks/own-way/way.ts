import type { Stage } from '../../../src/catalog/stages.ts';
import type { Learner } from '../../support/learner.ts';
import { auth } from './auth.ts';
import { crossBackAndForth, crossByChoice, crossByHand, crossGivingWay } from './borders.ts';
import { quarrelAboutSettings, quarrelWithTheStage, takeAnotherForm } from './changes.ts';
import { docker } from './docker.ts';
import { inMemory } from './in-memory.ts';
import type { OwnWork } from './own-work.ts';
import { postgres } from './postgres.ts';
import { sqlite } from './sqlite.ts';

/** What somebody does in a stage, and how they leave it. */
export interface Part {
  readonly work: OwnWork;
  /** What else they change, once the lessons are done. */
  readonly meddle?: (learner: Learner) => void;
  /** How they cross the border behind it, and that in a sentence. */
  readonly cross?: (learner: Learner, stage: Stage) => Promise<void>;
  readonly told: string;
}

/** One part for each stage. */
export const way: readonly Part[] = [
  {
    work: inMemory,
    meddle: quarrelWithTheStage,
    cross: crossByChoice,
    told: 'Two files wait at the border: `package.json`, of which theirs is kept, and `src/deps.ts`, of which the stage’s is taken; theirs is found on the branch. The store in memory goes, and is found there too.',
  },
  {
    work: sqlite,
    cross: crossGivingWay,
    told: 'At the border `package.json` waits again, since the stage changes what was kept; now the stage’s is taken. The store of SQLite is found on the branch, and so is the migration of the letter.',
  },
  {
    work: postgres,
    cross: crossBackAndForth,
    told: 'Nothing waits at the border. It is crossed, taken back by `back`, and crossed again: the files are the same each time, on either side.',
  },
  {
    work: auth,
    meddle: (learner) => {
      takeAnotherForm(learner);
      quarrelAboutSettings(learner);
    },
    cross: crossByHand,
    told: 'All files have lost their semicolons before the letter. At the border `src/config.ts` waits, in which both have changed the same line, and no other; both sides are brought together by hand.',
  },
  {
    work: docker,
    told: 'At the end everything is there that was ever written, in the form without semicolons.',
  },
];
