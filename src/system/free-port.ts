import { createServer, type AddressInfo, type Server } from 'node:net';

/** A port of the loopback interface that nothing listens on, asked of the system. */
export async function findFreePort(): Promise<number> {
  const { port, release } = await occupyPort();
  await release();
  return port;
}

/** Takes a port of the loopback interface until it is released; connections to it are closed. */
export async function occupyPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { port, release: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
