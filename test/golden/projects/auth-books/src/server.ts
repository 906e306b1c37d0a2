import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { createDeps } from './deps.ts';
import { drain } from './drain.ts';

try {
  await serve();
} catch (error) {
  console.error(`Cannot start: ${reasonOf(error)}`);
  process.exit(1);
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const database = openDatabase(config);
  const app = await buildApp(createDeps(config, database));
  await app.listen({ host: config.HOST, port: config.PORT });
  for (const signal of ['SIGTERM', 'SIGINT']) {
    // `once`: a second signal ends the process at once.
    process.once(signal, () => void drain(app, config.SHUTDOWN_SECONDS));
  }
}

/** One line for the terminal; never a stack trace, never the value of a setting. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (!('code' in error) || !('port' in error)) return error.message;
  if (error.code === 'EADDRINUSE') return `port ${error.port} is taken; free it or set PORT`;
  return `cannot listen on port ${error.port} (${error.code}); check HOST and PORT`;
}
