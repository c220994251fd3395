import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits, editNetwork, type NetworkEdit } from '../../../src/core/network/edit';
import type { CanvasContext } from '../../../webview/canvas/canvasContext';
import { freezeBefore, unfreezeBefore } from '../../../webview/commands/freezeBefore';

const text = `{
  "layers": [
    { "id": "input", "type": "input", "shape": [4, 4, 1] },
    { "id": "conv", "type": "conv2d", "filters": 2, "kernelSize": 3 },
    { "id": "norm", "type": "batch-norm" },
    { "id": "beside", "type": "conv2d", "inputs": ["input"], "filters": 2, "kernelSize": 3 },
    { "id": "add", "type": "add", "inputs": ["norm", "conv"] },
    { "id": "flatten", "type": "flatten" },
    { "id": "output", "type": "dense", "units": 2, "activation": "softmax" }
  ]
}
`;

/** What a canvas with that text and selection does. */
function after(text: string, selection: readonly string[], command: typeof freezeBefore): string | undefined {
  const snapshot = analyze(text);
  let made: readonly NetworkEdit[] = [];
  const canvas = {
    state: { good: snapshot, snapshot, selection, document: { editable: true }, broken: false },
    actions: {
      edit: (...edits: readonly NetworkEdit[]) => {
        made = edits;
      },
      set() {},
    },
  } as unknown as CanvasContext;
  if (!command.enabled(canvas)) return undefined;
  command.run(canvas);
  return applyTextEdits(text, editNetwork(text, made));
}

const frozenIn = (text: string) =>
  analyze(text).network!.layers.flatMap(({ id, raw }) => (raw.frozen === true ? [id] : []));

test('freezes what a layer is computed from, where it has parameters, and nothing beside it', () => {
  const frozen = after(text, ['output'], freezeBefore)!;
  expect(frozenIn(frozen)).toEqual(['conv', 'norm']);
  // there is nothing more to freeze, and all to let go
  expect(after(frozen, ['output'], freezeBefore)).toBe(undefined);
  expect(after(frozen, ['norm'], unfreezeBefore)).toBe(
    after(text, ['output'], freezeBefore)!.replace(', "frozen": true', ''),
  );
  expect(after(frozen, ['output'], unfreezeBefore)).toBe(text);
  expect(after(text, ['conv'], freezeBefore)).toBe(undefined);
  expect(after(text, [], freezeBefore)).toBe(undefined);
});
