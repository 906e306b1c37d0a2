import { Redis } from 'ioredis';
import { UserError } from '../../errors.ts';

/**
 * The address of a queue, once something answers there.
 * @throws UserError where it is none, or nobody answers
 */
export async function reachQueue(text: string): Promise<string> {
  const address = URL.parse(text);
  if (address === null || !/^rediss?:$/.test(address.protocol)) {
    throw new UserError(`"${text}" is no address of a queue.`, 'Write one like redis://host:6379.');
  }
  const probe = new Redis(text, { lazyConnect: true, retryStrategy: () => null });
  // Every failure is told by what is awaited, too.
  probe.on('error', () => {});
  try {
    await probe.connect();
    await probe.ping();
  } catch (cause) {
    // Without the password, which a whole address may hold.
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `No Redis answers at ${address.host}: ${reason}`,
      'Start one there, or name another by --queue.',
      { cause },
    );
  } finally {
    probe.disconnect();
  }
  return text;
}
