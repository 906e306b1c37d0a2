import { describeStage } from '../support/stage-column.ts';

describeStage('auth', ['tasks', 'all-types', 'books']);
