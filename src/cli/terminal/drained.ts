import type { Writable } from 'node:stream';

/** Waits until a stream takes more, or never will: a pipe whose reader has gone is never drained. */
export function drained(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.errored || !stream.writableNeedDrain) return Promise.resolve();
  return new Promise(resolve => {
    const events = ['drain', 'error', 'close'];
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.on(event, done);
  });
}
