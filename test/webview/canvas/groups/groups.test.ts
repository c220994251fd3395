import { describe, expect, test } from 'vitest';
import { editNetwork } from '../../../../src/core/network/edit';
import { graphOf } from '../../../../src/core/network/graph';
import { applyTextEdits } from '../../../../src/core/network/json/textEdits';
import { parseNetwork } from '../../../../src/core/network/reading/parse';
import { cutGroup } from '../../../../src/core/network/rules/cutGroup';
import { groupsOf } from '../../../../webview/canvas/groups/groupsOf';
import { repeats } from '../../../../webview/canvas/groups/repeats';
import { TITLE } from '../../../../webview/canvas/scene/frames';
import { layerLabel } from '../../../../webview/canvas/scene/layerLabel';
import { boxOf, idsOf, sceneOf } from '../../../../webview/canvas/scene/scene';
import { stateOf } from '../../states';

const networkOf = (layers: readonly object[], rest: object = {}) =>
  parseNetwork(JSON.stringify({ layers, ...rest })).network!;

const dense = (id: string, units = 8) => ({ id, type: 'dense', units, activation: 'relu' });
const chain = (count: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: count }, (_, i) => dense(`hidden-${i}`)),
  dense('output', 1),
];
/** A block of three layers with a skip, after `before`. */
const block = (name: string, before: string) => [
  { ...dense(`${name}-1`), inputs: [before] },
  dense(`${name}-2`),
  { id: name, type: 'add', inputs: [`${name}-2`, before] },
];
const blocks = (count: number) => [
  { id: 'input', type: 'input', shape: [8] },
  ...Array.from({ length: count }, (_, i) => block(`b${i}`, i === 0 ? 'input' : `b${i - 1}`)).flat(),
  dense('output', 1),
];

describe('what a network repeats', () => {
  test('is a run of the same layer, or of the same block with its skips', () => {
    expect(repeats(networkOf(chain(6)).layers)).toEqual([{ first: 1, period: 1, times: 6 }]);
    expect(repeats(networkOf(blocks(4)).layers)).toEqual([{ first: 1, period: 3, times: 4 }]);
  });

  test('is nothing where the layers differ, are few, or are fed by later ones', () => {
    expect(repeats(networkOf(chain(3)).layers)).toEqual([]);
    const layers = chain(8).map((layer, i) => (i % 8 === 0 ? layer : { ...layer, units: i }));
    expect(repeats(networkOf(layers).layers)).toEqual([]);
    const back = chain(6).map((layer, i) =>
      i > 0 ? { ...layer, inputs: [i === 6 ? 'input' : `hidden-${i}`] } : layer,
    );
    expect(repeats(networkOf(back).layers)).toEqual([]);
  });

  test('begins where it has one way in and one out, though the same layers come before and after', () => {
    const layers = [
      { id: 'input', type: 'input', shape: [8] },
      dense('same'),
      ...Array.from({ length: 3 }, (_, i) => block(`b${i}`, i === 0 ? 'same' : `b${i - 1}`)).flat(),
      dense('next'),
      dense('last', 1),
    ];
    // the first layer of a block is as those after the last
    expect(repeats(networkOf(layers).layers)).toEqual([{ first: 2, period: 3, times: 3 }]);
  });

  test('folds only in a network with many layers, and leaves groups made by hand alone', () => {
    expect(groupsOf(networkOf(chain(6)))).toEqual([]);
    expect(groupsOf(networkOf(chain(30))).map(({ title, times }) => [title, times])).toEqual([
      ['hidden-0 … hidden-29', 30],
    ]);
    const byHand = { view: { groups: { mine: ['hidden-3', 'hidden-4'] } } };
    expect(groupsOf(networkOf(chain(30), byHand)).map(({ title }) => title)).toEqual(['mine']);
  });
});

describe('a folded group', () => {
  const state = stateOf(blocks(9));
  const [group] = groupsOf(state.good!.network);

  test('stands for its layers among the others', () => {
    const { layers, edges, keyOf } = sceneOf(state);
    expect([...layers.keys()]).toEqual(['input', group!.key, 'output']);
    expect(edges.map(({ ends }) => ends)).toEqual([
      { from: 'input', to: 'b0-1' },
      { from: 'b8', to: 'output' },
    ]);
    expect(keyOf.get('b4-1')).toBe(group!.key);
    const card = layers.get(group!.key)!;
    expect(idsOf(card)).toHaveLength(27);
    expect(card.card.title).toBe('3 layers × 9');
    expect(card.card.parameters).toBe('1,296 parameters');
    expect(layerLabel(card.card)).toBe(
      'Group b0-1 … b8, 3 layers × 9, 27 layers in it, folded, Enter opens it',
    );
  });

  test('opens in its place, in a frame', () => {
    const { layers, frames } = sceneOf({ ...state, opened: [group!.key] });
    expect(layers.size).toBe(29);
    expect(frames.map(({ group: { key }, boxes }) => [key, boxes.length])).toEqual([[group!.key, 1]]);
  });

  test.each(['dot', 'compact', 'full'] as const)(
    'has room for its title below the layer above it, where all flows down: %s',
    detail => {
      const layers = blocks(9).toSpliced(1, 0, dense('before', 5));
      layers[2] = { ...layers[2]!, inputs: ['before'] };
      layers[4] = { ...layers[4]!, inputs: ['b0-2', 'before'] };
      const before = stateOf(layers);
      const { key } = groupsOf(before.good!.network)[0]!;
      const scene = sceneOf(
        { ...before, opened: [key] },
        { orientation: 'vertical', detail, breaks: new Set() },
      );
      const above = boxOf(scene.layers.get('before')!);
      const top = scene.frames[0]!.boxes[0]!.y;
      expect(top - 1.3 * TITLE[detail]).toBeGreaterThan(above.y + above.height);
    },
  );

  test('has room for its title below the line above it, where all flows to the right', () => {
    const layers = blocks(9).toSpliced(1, 0, dense('before', 5));
    layers[2] = { ...layers[2]!, inputs: ['before'] };
    layers[4] = { ...layers[4]!, inputs: ['b0-2', 'before'] };
    const before = stateOf(layers);
    const { key, ids } = groupsOf(before.good!.network)[0]!;
    const scene = sceneOf(
      { ...before, opened: [key] },
      { orientation: 'horizontal', detail: 'dot', breaks: new Set([ids[0]!]) },
    );
    const above = boxOf(scene.layers.get('before')!);
    const { y } = scene.frames[0]!.boxes[0]!;
    expect(y - 1.3 * TITLE.dot).toBeGreaterThan(above.y + above.height);
  });

  test('shows the problems and the selection of its layers', () => {
    const broken = blocks(9).map(layer => (layer.id === 'b3-2' ? { ...layer, activation: 'relux' } : layer));
    const edited = stateOf(
      broken,
      { selection: ['b4-1'] },
      { view: { groups: { mine: ['b3-1', 'b3-2', 'b3', 'b4-1'] } } },
    );
    const { card } = sceneOf(edited).layers.get('group\nmine')!;
    expect(card.selected).toBe(true);
    expect(card.problems.map(({ layer }) => layer)).toContain('b3-2');
  });

  test('is drawn open where it is cut in two, and that is said with what to do', () => {
    const cut = stateOf(chain(4), {}, { view: { groups: { mine: ['hidden-0', 'hidden-2'] } } });
    expect(sceneOf(cut).layers.size).toBe(6);
    const problem = cut.snapshot.problems.find(({ code }) => code === 'cut-group')!;
    expect(problem.message).toContain('cut in two');
    expect(problem.fixes.map(({ title }) => title)).toEqual([
      'Take the layers between into the group',
      'Take the group apart',
    ]);
  });
});

describe('very many groups', () => {
  /** As many pairs as there can be, of layers that count how often they are looked at. */
  const layers = chain(398).map((layer, i, { length }) =>
    i === length - 1 ? { ...layer, units: 2 } : layer,
  );
  const pairs = Array.from({ length: layers.length / 2 }, (_, i) => [
    `pair-${i}`,
    [layers[2 * i]!.id, layers[2 * i + 1]!.id],
  ]);
  const network = networkOf(layers, { view: { groups: Object.fromEntries(pairs) } });
  const counted = () => {
    const count = { reads: 0 };
    const watched = network.layers.map(layer =>
      Object.defineProperty({ ...layer }, 'id', {
        get: () => {
          count.reads++;
          return layer.id;
        },
      }),
    );
    return { count, network: { ...network, layers: watched } };
  };

  test('are found by one look at each layer', () => {
    const { count, network } = counted();
    expect(groupsOf(network)).toHaveLength(200);
    expect(count.reads).toBeLessThan(10 * network.layers.length);
  });

  test('are checked by one look at each layer', () => {
    const { count, network } = counted();
    const found: unknown[] = [];
    const report = (finding: unknown) => found.push(finding);
    cutGroup.check({ network, graph: graphOf(network), report } as unknown as Parameters<
      typeof cutGroup.check
    >[0]);
    expect(found).toEqual([]);
    expect(count.reads).toBeLessThan(20 * network.layers.length);
  });

  test('are refused where there are more than anybody makes', () => {
    const most = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`g${i}`, []]));
    const problems = (groups: object) =>
      stateOf(chain(2), {}, { view: { groups } }).snapshot.problems.map(({ message }) => message);
    expect(problems(most)).toEqual(['"groups" must have at most 1000 items.']);
    const { g0: _, ...fewer } = most;
    expect(problems(fewer)).toEqual([]);
    expect(problems({ long: Array(10_001).fill('hidden-0') }).join()).toMatch(
      /must have at most 10000 items\.$/,
    );
  });
});

describe('a group in the file', () => {
  const text = `{
  // kept
  "layers": [
    { "id": "input", "type": "input", "shape": [2] },
    { "id": "a", "type": "dense", "units": 4 },
    { "id": "b", "type": "dense", "units": 4 },
    { "id": "c", "type": "dense", "units": 4 }
  ]
}
`;
  const edited = (from: string, ...edits: Parameters<typeof editNetwork>[1]) =>
    applyTextEdits(from, editNetwork(from, edits));
  const groups = (from: string) => Object.fromEntries(parseNetwork(from).network!.groups);
  const grouped = edited(text, { kind: 'set-groups', groups: { g: ['a', 'b', 'c'] } });

  test('is written, and taken apart again without a trace', () => {
    expect(groups(grouped)).toEqual({ g: ['a', 'b', 'c'] });
    expect(grouped).toContain('// kept');
    expect(edited(grouped, { kind: 'set-groups', groups: { g: null } })).toBe(text);
  });

  test('follows its layers as they are renamed, removed and put into another group', () => {
    expect(groups(edited(grouped, { kind: 'rename-layer', id: 'b', to: 'bb' }))).toEqual({
      g: ['a', 'bb', 'c'],
    });
    const removed = edited(grouped, { kind: 'remove-layers', ids: ['b'] });
    expect(groups(removed)).toEqual({ g: ['a', 'c'] });
    // one layer is no group
    expect(groups(edited(removed, { kind: 'remove-layers', ids: ['a'] }))).toEqual({});
    expect(groups(edited(grouped, { kind: 'set-groups', groups: { h: ['b', 'c'] } }))).toEqual({
      h: ['b', 'c'],
    });
  });

  test.each(['constructor', 'toString', '__proto__'])('may be called %s', name => {
    const called = (ids: readonly string[]) =>
      JSON.parse(`{ ${JSON.stringify(name)}: ${JSON.stringify(ids)} }`);
    const entries = (from: string) =>
      Object.entries(JSON.parse(from.replace('// kept', '')).view?.groups ?? {});
    const named = edited(text, { kind: 'set-groups', groups: called(['a', 'b', 'c']) });
    expect(entries(named)).toEqual([[name, ['a', 'b', 'c']]]);
    // layers that go into another group leave this one
    expect(entries(edited(named, { kind: 'set-groups', groups: { h: ['b', 'c'] } }))).toEqual([
      ['h', ['b', 'c']],
    ]);
    // such a record isn’t read by the schema
    if (name === '__proto__') return;
    expect(entries(edited(named, { kind: 'rename-layer', id: 'b', to: 'bb' }))).toEqual([
      [name, ['a', 'bb', 'c']],
    ]);
    expect(entries(edited(named, { kind: 'remove-layers', ids: ['b'] }))).toEqual([[name, ['a', 'c']]]);
  });
});
