import { describeStage } from '../support/stage-column.ts';

describeStage('sqlite', ['tasks']);
