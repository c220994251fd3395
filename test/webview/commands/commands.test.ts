import { describe, expect, test } from 'vitest';
import { commands } from '../../../webview/commands';
import { pastedLayers } from '../../../webview/commands/copiedLayers';

describe('commands', () => {
  test('have a name each', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
  });

  test('leave undo and redo to VS Code', () => {
    const keys = commands.flatMap(command => command.keys ?? []);
    for (const key of ['Mod+Z', 'Mod+Y', 'Mod+Shift+Z']) expect(keys).not.toContain(key);
  });
});

describe('the clipboard', () => {
  test('gives layers as a list or one by itself', () => {
    expect(pastedLayers('[{"id":"a","type":"dense"}]')).toEqual([{ id: 'a', type: 'dense' }]);
    expect(pastedLayers('{"type":"flatten"}')).toEqual([{ type: 'flatten' }]);
  });

  test('may hold anything else', () => {
    for (const text of [
      '',
      'hello',
      '3',
      'null',
      '[]',
      '[1]',
      '{"id":"a"}',
      '{"type":3}',
      '[{"type":"a"},{}]',
      `{"type":"a","b":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
    ]) {
      expect(pastedLayers(text)).toBe(undefined);
    }
  });
});
