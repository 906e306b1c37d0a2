import { describe, expect, it } from 'vitest';
import { ServiceLog } from '../../../src/checker/service/log.ts';

describe('the log of a service', () => {
  it('keeps little of a flood, the last lines of it', () => {
    const log = new ServiceLog();
    for (let line = 0; line < 100_000; line++) log.write(`line ${line}\n`);
    expect(log.since(0).length).toBeLessThan(1000);
    expect(log.telling(1)).toEqual(['line 99999']);
  });

  it('cuts a line without an end', () => {
    const log = new ServiceLog();
    for (let part = 0; part < 1000; part++) log.write('x'.repeat(10_000));
    expect(log.since(0).join('').length).toBeLessThan(10_000);
  });

  it('tells what was written after a mark, also after a flood', () => {
    const log = new ServiceLog();
    for (let line = 0; line < 1000; line++) log.write(`before ${line}\n`);
    const mark = log.end;
    log.write('after\nthat');
    expect(log.since(mark)).toEqual(['after', 'that']);
  });

  it('leaves out the frames of a stack', () => {
    const log = new ServiceLog();
    log.write('TypeError: no\n    at f (a.ts:1:2)\n\n}\nNode.js v24.0.0\n');
    expect(log.telling(5)).toEqual(['TypeError: no']);
  });

  it('takes the message out of a structured line, and leaves out those that have none', () => {
    const log = new ServiceLog();
    log.write('{"level":50,"msg":"no such table"}\n{"level":"info","path":"/api","status":500}\n');
    expect(log.telling(5)).toEqual(['no such table']);
  });

  it('takes the message out of a structured line that was too long to keep', () => {
    const log = new ServiceLog();
    log.write(`{"err":{"message":"Invalid time","stack":"${'at f '.repeat(1000)}"},"msg":"no"}\n`);
    expect(log.telling(5)).toEqual(['Invalid time']);
  });

  it('shows a grave line without a message as it is', () => {
    const log = new ServiceLog();
    log.write('{"level":"error","code":"EPIPE"}\n');
    expect(log.telling(5)).toEqual(['{"level":"error","code":"EPIPE"}']);
  });
});
