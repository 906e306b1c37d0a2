import { expect, test } from 'vitest';
import { reachQueue } from '../../../src/classroom/queue/queue-address.ts';
import { freePort } from '../../support/free-port.ts';

test.each(['localhost', 'http://localhost:6379', ''])('%j is no queue', async (text) => {
  await expect(reachQueue(text)).rejects.toThrow('is no address of a queue');
});

test('where nobody answers, the address is told without its password', async () => {
  const port = await freePort();
  const reached = reachQueue(`redis://:secret@127.0.0.1:${port}`);
  await expect(reached).rejects.toThrow(
    `The Redis at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED`,
  );
  await expect(reached).rejects.not.toThrow('secret');
});
