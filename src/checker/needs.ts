import type { Check, Need } from './check.ts';
import { NotRunnable } from './failure.ts';
import type { Session } from './session.ts';

/**
 * Lets a check pass whose needs are met here.
 * @param all whether checks that wait for more than 2 s are asked too
 * @throws NotRunnable with what is missing, and what gets it
 */
export async function meetNeeds({ needs }: Check, session: Session, all: boolean): Promise<void> {
  for (const need of needs ?? []) {
    const missing = await missingFor(need, session, all);
    if (missing !== null) throw new NotRunnable(missing);
  }
}

async function missingFor(need: Need, session: Session, all: boolean): Promise<string | null> {
  switch (need) {
    case 'patience':
      return all ? null : 'it waits for more than 2 s: ask for it by --all';
    case 'own-machine':
    case 'project':
      return session.target.project === null ? 'it looks at the project, which is not here' : null;
    case 'tests':
      if (session.target.launch?.commands['test'] !== undefined) return null;
      return 'it needs the test command of the project';
    case 'admin':
      if (session.hasAdmin) return null;
      return 'it needs an admin: give the command that makes one by --make-admin';
    case 'real-postgres': {
      const why = await session.whyNoServer();
      return why === null ? null : `it needs a Postgres server, and ${why}`;
    }
    case 'start':
      if (session.main !== null) return null;
      return 'it starts the service itself: give the start command by --start';
  }
}
