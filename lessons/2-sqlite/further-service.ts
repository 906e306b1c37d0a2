import type { Api } from '../../src/checker/api.ts';
import type { Question } from '../../src/checker/check.ts';
import { Failure, NotRunnable } from '../../src/checker/failure.ts';
import type { Launched, Settings } from '../../src/checker/service/control.ts';

/** A process beside the main one, and what it is asked through. */
export interface FurtherService extends Launched {
  readonly api: Api;
}

/** Starts a process on fresh data; what is wrong with its start is for another check to say. */
export async function furtherService(
  question: Question,
  settings: Settings,
): Promise<FurtherService> {
  return askable(question, await question.service.launch(settings));
}

/** A process that was started, ready to be asked; NotRunnable where it is not. */
export function askable({ api }: Question, launched: Launched): FurtherService {
  const { start, service } = launched;
  if (start.end === 'ready') return { ...launched, api: api.at(service.address) };
  throw new NotRunnable(`it needs one more process of the service, and that one is ${start.end}`);
}

/** Ends the check as failed unless the process has ended by itself, with a code other than 0. */
export function mustHaveEnded({ service, start }: Launched, when: string): void {
  const expected = `${when}, the process ends by itself, and not with exit code 0`;
  if (start.end !== 'ended') throw new Failure({ expected, got: 'it goes on running' });
  if (start.how.exitCode === 0) throw new Failure({ expected, got: 'exit code 0' });
  const said = service.log.since(0).join('\n').trim();
  if (said !== '' && !/^\s+at .+:\d+:\d+|Traceback|goroutine \d+ \[/m.test(said)) return;
  const got = said === '' ? 'it says nothing' : said;
  throw new Failure({ expected: `${when}, one clear sentence and no stack trace`, got });
}
