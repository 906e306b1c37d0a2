import { describeStage } from '../support/stage-column.ts';

describeStage('in-memory', ['tasks', 'all-types', 'books']);
