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
  const probe = new Redis(text, {
    lazyConnect: true,
    retryStrategy: () => null,
    // It would hide why a password is refused.
    enableReadyCheck: false,
  });
  // What is awaited only says that there is no connection, and not why.
  const reasons: string[] = [];
  probe.on('error', ({ message }) => reasons.push(message));
  try {
    await probe.connect();
    await probe.ping();
  } catch (cause) {
    const [reason = cause instanceof Error ? cause.message : String(cause)] = reasons;
    throw new UserError(
      // Without the password, which a whole address may hold.
      `The Redis at ${address.host} cannot be used: ${reason}`,
      'Start one there, or name another by --queue; a password is written as redis://:password@host:6379.',
      { cause },
    );
  } finally {
    probe.disconnect();
  }
  return text;
}
