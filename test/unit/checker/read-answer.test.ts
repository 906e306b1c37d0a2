import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/checker/http/read-answer.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('reading an answer', () => {
  it('waits for the end of the head', () => {
    expect(readAnswer(bytes('HTTP/1.1 200 OK\r\nA: b\r\n'), 'GET', false)).toBeNull();
  });

  it('is complete when the announced length is there', () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n';
    expect(readAnswer(bytes(`${head}ab`), 'GET', false)?.isComplete).toBe(false);
    const answer = readAnswer(bytes(`${head}abc`), 'GET', false);
    expect(answer?.isComplete).toBe(true);
    expect(answer?.body.toString()).toBe('abc');
  });

  it('joins chunks, and is complete at the last one', () => {
    const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(readAnswer(bytes(`${head}2\r\nab\r\n`), 'GET', false)?.isComplete).toBe(false);
    const answer = readAnswer(bytes(`${head}2\r\nab\r\n1\r\nc\r\n0\r\n\r\n`), 'GET', false);
    expect(answer?.body.toString()).toBe('abc');
    expect(answer?.isComplete).toBe(true);
  });

  it('has a body up to the end of the connection where nothing is announced', () => {
    const text = bytes('HTTP/1.0 200 OK\r\n\r\nabc');
    expect(readAnswer(text, 'GET', false)?.isComplete).toBe(false);
    expect(readAnswer(text, 'GET', true)?.isComplete).toBe(true);
  });

  it('skips interim answers', () => {
    const text = bytes(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n',
    );
    expect(readAnswer(text, 'POST', false)?.status).toBe(201);
  });

  it('keeps a body that should not be there, for the check to see', () => {
    const text = bytes('HTTP/1.1 204 No Content\r\n\r\n{"oh":"no"}');
    expect(readAnswer(text, 'DELETE', false)?.body.toString()).toBe('{"oh":"no"}');
  });

  it('keeps each value of a header that comes twice', () => {
    const text = bytes('HTTP/1.1 200 OK\r\nVary: a\r\nvary: b\r\nContent-Length: 0\r\n\r\n');
    expect(readAnswer(text, 'GET', false)?.headers.get('vary')).toEqual(['a', 'b']);
  });

  it('is null for what is no HTTP', () => {
    expect(readAnswer(bytes('SSH-2.0-OpenSSH\r\n\r\n'), 'GET', true)).toBeNull();
  });
});
