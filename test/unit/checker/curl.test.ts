import { describe, expect, it } from 'vitest';
import { curlLine, shellOf } from '../../../src/checker/http/curl.ts';

const sent = {
  host: '127.0.0.1',
  port: 43117,
  method: 'POST',
  path: '/api/v1/tasks?a=1',
  headers: [
    ['Host', '127.0.0.1:43117'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '20'],
  ],
  body: Buffer.from(`{"title":"O'Reilly"}`),
  raw: null,
} as const;

describe('a request as a command line', () => {
  it('quotes for a POSIX shell', () => {
    expect(curlLine(sent)).toBe(
      String.raw`curl -i -X POST 'http://127.0.0.1:43117/api/v1/tasks?a=1' -H 'Content-Type: application/json' -d '{"title":"O'\''Reilly"}'`,
    );
  });

  it('quotes for PowerShell', () => {
    expect(curlLine(sent, 'powershell')).toContain(String.raw`-d '{\"title\":\"O''Reilly\"}'`);
    expect(curlLine(sent, 'powershell')).toMatch(/^curl\.exe -i/);
  });

  it('cuts an address that would fill the screen', () => {
    const line = curlLine({ ...sent, path: `/api/v1/tasks?q=${'x'.repeat(70_000)}` });
    expect(line).toMatch(/\?q=x+…' -H/);
    expect(line.length).toBeLessThan(600);
  });

  it('describes a body that is too long to paste', () => {
    const line = curlLine({ ...sent, body: Buffer.from('x'.repeat(5000)) });
    expect(line.length).toBeLessThan(250);
    expect(line).toContain('5000 bytes');
  });

  it('shows bytes that no client would send as they are', () => {
    const raw = Buffer.from('GET / HTTP/1.1\r\n\r\n');
    expect(curlLine({ ...sent, raw })).toBe(
      String.raw`printf 'GET / HTTP/1.1\r\n\r\n' | nc 127.0.0.1 43117`,
    );
  });

  it('takes PowerShell for the shell of Windows, unless another is set', () => {
    expect(shellOf({}, 'win32')).toBe('powershell');
    expect(shellOf({ SHELL: '/usr/bin/bash' }, 'win32')).toBe('posix');
    expect(shellOf({}, 'linux')).toBe('posix');
  });
});
