import { expect, test } from 'vitest';
import { applyTextEdits, editNetwork } from '../../../src/core/network/edit';
import { sceneOf } from '../../../webview/canvas/scene/scene';
import { movedGroup } from '../../../webview/gestures/movedGroup';
import { stateOf } from '../states';

const layers = [
  { id: 'input', type: 'input', shape: [8] },
  ...['a', 'b', 'c', 'd'].map(id => ({ id, type: 'dense', units: 8 })),
];
const before = stateOf(layers, {}, { view: { groups: { middle: ['b', 'c'] } } });
const key = 'group\nmiddle';

/** The state after its text has these positions. */
function pinnedAt(positions: ReturnType<typeof movedGroup>) {
  const { text } = before.document!;
  const { view } = JSON.parse(
    applyTextEdits(text, editNetwork(text, [{ kind: 'set-positions', positions }])),
  );
  return stateOf(layers, {}, { view });
}

test('a folded group stands where it is dropped, and its layers there beside each other once it is opened', () => {
  const group = sceneOf(before).layers.get(key)!.card.group!;
  const positions = movedGroup(before, group, { x: 402, y: 299 }, 'horizontal');
  expect(Object.keys(positions)).toEqual(['b', 'c']);
  expect(positions.b).toEqual({ x: 404, y: 300 });
  const open = (state: typeof before) => sceneOf({ ...state, opened: [key] }).layers;
  const apart = (of: ReturnType<typeof open>) => of.get('c')!.at.x - of.get('b')!.at.x;
  const after = pinnedAt(positions);
  expect(sceneOf(after).layers.get(key)!.at).toEqual(positions.b);
  expect(open(after).get('b')!.at).toEqual(positions.b);
  expect(open(after).get('c')!.at).toEqual(positions.c);
  expect(Math.abs(apart(open(after)) - apart(open(before)))).toBeLessThanOrEqual(4);
  // once more: by as much as it is dragged
  const again = movedGroup(after, group, { x: 444, y: 300 }, 'horizontal');
  expect(again.c).toEqual({ x: positions.c!.x + 40, y: positions.c!.y });
});
