import { describeStage } from '../support/stage-column.ts';

describeStage('postgres', ['tasks']);
