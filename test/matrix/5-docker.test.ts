import { describeStage } from '../support/stage-column.ts';

describeStage('docker', ['tasks']);
