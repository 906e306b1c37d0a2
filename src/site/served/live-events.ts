import type { ServerResponse } from 'node:http';
import { VERDICT_FILE } from '../../lessons/live/verdict.ts';
import { makePrivateFolder } from '../../project/private-folder.ts';
import { mustPoll } from '../../system/polling.ts';
import { watchSaves, type Watch } from '../../system/saves.ts';

/** Files of the kit's own that pages show something of. */
const shownFiles = new Set([VERDICT_FILE, 'progress.json', 'diary.json']);

/**
 * Tells open pages that something they show has changed, whichever command has changed it: all of
 * them write into the kit's private folder of the project.
 */
export class LiveEvents {
  readonly #listeners = new Set<ServerResponse>();
  #watch: Watch | null = null;

  static async begin(project: string): Promise<LiveEvents> {
    const events = new LiveEvents();
    events.#watch = await watchSaves(makePrivateFolder(project), mustPoll(project), (saved) => {
      if (saved.some((path) => shownFiles.has(path))) events.tell();
    });
    return events;
  }

  /** Leaves an answer open, as a stream of events. */
  listen(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': what changes is told here\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  tell(): void {
    for (const listener of this.#listeners) listener.write('event: changed\ndata: \n\n');
  }

  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.end();
    await this.#watch?.close();
  }
}
