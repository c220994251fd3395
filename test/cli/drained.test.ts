import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { drained } from '../../src/cli/terminal/drained';

describe('what waits for a stream to take more', () => {
  it('goes on when it does', async () => {
    const stream = new PassThrough({ highWaterMark: 4 });
    expect(stream.write('more than four')).toBe(false);
    let isDrained = false;
    const waiting = drained(stream).then(() => {
      isDrained = true;
    });
    await new Promise(resolve => setImmediate(resolve));
    expect(isDrained).toBe(false);
    stream.resume();
    await waiting;
    expect(stream.listenerCount('error') + stream.listenerCount('drain')).toBe(0);
  });

  it('goes on when its reader goes, and when that has gone before', async () => {
    const reader = spawn(process.execPath, ['-e', 'process.stdin.once("readable", () => process.exit())']);
    const { stdin } = reader;
    stdin.on('error', () => {});
    for (let i = 0; i < 100 && stdin.write('x'.repeat(100_000)); i++);
    await drained(stdin);
    await once(reader, 'exit');
    stdin.write('x'.repeat(1_000_000));
    await drained(stdin);
    await drained(stdin);
    expect(stdin.writable).toBe(false);
  });
});
