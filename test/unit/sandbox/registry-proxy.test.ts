import { createServer as createHttp, request } from 'node:http';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RegistryProxy } from '../../../src/sandbox/registry-proxy.ts';
import { temporaryFolder } from '../../support/temporary.ts';

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function proxyTo(registry: string) {
  const folder = temporaryFolder();
  const proxy = new RegistryProxy(new URL(registry));
  await proxy.open(folder);
  onTestFinished(() => proxy.close());
  return { proxy, socketPath: join(folder, 'registry') };
}

/** The first answer to some bytes. */
async function say(socketPath: string, bytes: string): Promise<string> {
  const socket = connect(socketPath);
  socket.end(bytes);
  return text(socket);
}

/** What a request in the clear is answered. */
function ask(socketPath: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    });
    asked.on('error', reject).end();
  });
}

describe('the way to a registry', () => {
  test('leads there for requests in the clear, and nowhere else', async () => {
    const registry = await listening(createHttp((_, response) => response.end('a package')));
    const other = await listening(createHttp((_, response) => response.end('a secret')));
    const { proxy, socketPath } = await proxyTo(`http://127.0.0.1:${registry}/`);
    expect(await ask(socketPath, `http://127.0.0.1:${registry}/zod`)).toBe(200);
    expect(await ask(socketPath, `http://127.0.0.1:${other}/`)).toBe(403);
    expect(await ask(socketPath, '/etc/passwd')).toBe(403);
    expect(proxy.refused).toContain(`127.0.0.1:${other}`);
    expect(proxy.failure).toBeNull();
  });

  test('leads there for encrypted connections, and nowhere else', async () => {
    const registry = await listening(createServer((socket) => socket.end('hello')));
    const { proxy, socketPath } = await proxyTo(`https://127.0.0.1:${registry}/`);
    const well = await say(socketPath, `CONNECT 127.0.0.1:${registry} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(well).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\nhello$/s);
    const not = await say(socketPath, 'CONNECT 10.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(not).toMatch(/^HTTP\/1\.1 403 /);
    expect(proxy.refused).toEqual(['10.0.0.1:22']);
  });

  test('says when the registry cannot be reached', async () => {
    const { proxy, socketPath } = await proxyTo('https://127.0.0.1:9/');
    await say(socketPath, 'CONNECT 127.0.0.1:9 HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(proxy.failure).toContain('ECONNREFUSED');
  });
});
