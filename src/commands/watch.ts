import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { Watching } from '../lessons/watch/watching.ts';
import type { Kit } from '../scaffold/plan.ts';
import { mustPoll } from '../system/polling.ts';
import { watchSaves } from '../system/saves.ts';
import { hint } from './hint.ts';
import { lesson } from './lesson.ts';
import { next } from './next.ts';
import { solution } from './solution.ts';

/** Folder of the tests that come with the lessons, in every stack. */
const GIVEN_TESTS = 'test/given/';
/** How long the file system may take to tell of what a command has written, in milliseconds. */
const TOLD_WITHIN_MS = 300;

/** `check --watch`: the lesson at hand is asked about after each save, until `q` or Ctrl-C. */
export async function watch(context: Context, kit: Kit): Promise<number> {
  const watching = await Watching.begin(context, kit);
  const { folder } = watching;
  let isGoingOn = false;
  const saves = await watchSaves(folder, mustPoll(folder), (saved) => {
    // The tests that come with the next lesson are no save of the learner's; its page is to be read.
    const own = isGoingOn ? saved.filter((path) => !path.startsWith(GIVEN_TESTS)) : saved;
    if (own.length > 0) watching.ask(own);
  });
  const ended = Promise.withResolvers<number>();
  const goOn = async () => {
    isGoingOn = true;
    // The keys are listened to here, so nothing else may ask.
    await next({}, { ...context, prompt: null }, kit);
    await watching.moveOn();
    await setTimeout(TOLD_WITHIN_MS);
    isGoingOn = false;
  };
  const interrupted = () => ended.resolve(130);
  context.signal.addEventListener('abort', interrupted);
  const stopListening = context.keys?.((key) => {
    if (key === 'q') ended.resolve(0);
    else if (key === 'r') watching.ask([]);
    else if (key !== 'n') void help(key, context, kit).catch(ended.reject);
    else if (!isGoingOn) void goOn().catch(ended.reject);
  });
  watching.ask([]);
  try {
    return await ended.promise;
  } finally {
    context.signal.removeEventListener('abort', interrupted);
    stopListening?.();
    await saves.close();
    await watching.close();
  }
}

async function help(key: string, context: Context, kit: Kit): Promise<void> {
  if (key === 'h') await hint(undefined, {}, context, kit);
  if (key === 'l') await lesson(undefined, {}, context, kit);
  if (key === 's') await solution(undefined, {}, context, kit);
}
