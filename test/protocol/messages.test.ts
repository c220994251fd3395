import { describe, expect, it } from 'vitest';
import { ways } from './examples';

describe.each(ways)('$name', ({ read, messages }) => {
  it.each(messages.map((message, i) => [i, message.type, message] as const))(
    'takes message %i, %s, and hands it on as it came',
    (_, __, message) => {
      expect(read(message)).toBe(message);
    },
  );

  it('refuses what isn’t a message', () => {
    for (const other of [undefined, null, 1, 'ready', [], {}, { type: 'toString' }, { type: '__proto__' }]) {
      expect(read(other)).toBeUndefined();
    }
  });
});
