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

/** How long the file system may take to tell of what a command has written, in milliseconds. */
const QUIET_MS = 300;

/** `check --watch`: the lesson at hand is asked about after each save, until `q` or Ctrl-C. */
export async function watch(context: Context, kit: Kit): Promise<number> {
  const watching = await Watching.begin(context, kit);
  const { folder } = watching;
  let isBusy = false;
  const saves = await watchSaves(folder, mustPoll(folder), (saved) => {
    // What a key's command writes is no save of the learner's, and its page is to be read.
    if (!isBusy) watching.ask(saved);
  });
  const ended = Promise.withResolvers<number>();
  const interrupted = () => ended.resolve(130);
  context.signal.addEventListener('abort', interrupted);
  const stopListening = context.keys?.((key) => {
    if (key === 'q') ended.resolve(0);
    else if (!isBusy) {
      isBusy = true;
      const settled = press(key, watching, context, kit).finally(() => setTimeout(QUIET_MS));
      void settled.then(() => (isBusy = false), ended.reject);
    }
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

async function press(key: string, watching: Watching, context: Context, kit: Kit): Promise<void> {
  switch (key) {
    case 'h':
      await hint(undefined, {}, context, kit);
      break;
    case 'l':
      await lesson(undefined, {}, context, kit);
      break;
    case 's':
      await solution(undefined, {}, context, kit);
      break;
    case 'r':
      watching.ask([]);
      break;
    case 'n':
      await next({}, context, kit);
      await watching.moveOn();
      break;
  }
}
