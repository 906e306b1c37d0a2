import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseLink } from '../../../src/checker/database/link.ts';

describe('the wire between a service and its database', () => {
  let database: Server;
  let link: DatabaseLink;

  beforeEach(async () => {
    database = createServer((socket) => socket.on('error', () => {}).pipe(socket));
    database.listen(0, '127.0.0.1');
    await once(database, 'listening');
    link = await DatabaseLink.to({
      host: '127.0.0.1',
      port: (database.address() as AddressInfo).port,
    });
  });

  afterEach(async () => {
    await link.close();
    database.close();
  });

  it('passes on what either side says', async () => {
    expect(await echo(await dial(link), 'hello')).toBe('hello');
  });

  it('counts connections, those that are open and those that were opened', async () => {
    await echo(await dial(link), 'first');
    link.count();
    const [second] = await Promise.all([dial(link), dial(link)]);
    await echo(second!, 'second');
    expect(link.counted).toEqual({ opened: 2, most: 3 });
  });

  it('breaks connections and refuses new ones while it is cut', async () => {
    const socket = await dial(link);
    await echo(socket, 'before');
    const closed = once(socket, 'close');
    await link.cut();
    await closed;
    await expect(dial(link)).rejects.toThrow('ECONNREFUSED');
    await link.mend();
    expect(await echo(await dial(link), 'after')).toBe('after');
  });

  it('keeps back what is said while it is frozen, and passes it on afterwards', async () => {
    const socket = await dial(link);
    await echo(socket, 'before');
    link.freeze();
    const answer = echo(socket, 'meanwhile');
    const first = await Promise.race([answer, pause(100)]);
    expect(first).toBeUndefined();
    await link.mend();
    expect(await answer).toBe('meanwhile');
  });

  it('is as slow as it is told to be', async () => {
    const socket = await dial(link);
    link.slow(100);
    const since = performance.now();
    await echo(socket, 'slowly');
    expect(performance.now() - since).toBeGreaterThanOrEqual(95);
  });
});

async function dial({ address }: DatabaseLink): Promise<Socket> {
  const socket = connect(address);
  await once(socket, 'connect');
  return socket.on('error', () => {});
}

async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
