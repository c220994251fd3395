import { describe, expect, test } from 'vitest';
import { sidesOf } from '../../../../webview/canvas/figures/volume';
import { plain } from '../../../../webview/canvas/scene/laidOut';
import { layerCards } from '../../../../webview/canvas/scene/layerCards';
import { layerLabel } from '../../../../webview/canvas/scene/layerLabel';
import { boxOf, sceneOf, withMoved } from '../../../../webview/canvas/scene/scene';
import { lineRows, lineText } from '../../../../webview/canvas/scene/shapeLine';
import { oneHidden, planar, stateOf } from '../../states';

const state = stateOf(oneHidden, { data: planar });
const card = (id: string) => layerCards(state).find(each => each.id === id)!;

describe('a layer’s card', () => {
  test('has the shapes with the notes’ symbols beside the numbers', () => {
    expect(card('input').lines.map(lineText)).toEqual(['X (n_x, m) = (2, 400)']);
    expect(card('hidden').lines.map(lineText)).toEqual([
      'W1 (n_h, n_x) = (4, 2)',
      'b1 (n_h, 1) = (4, 1)',
      'Z1, A1 (n_h, m) = (4, 400)',
    ]);
    expect(card('hidden').parameters).toBe('12 parameters');
    expect(card('output').lines[0] && lineText(card('output').lines[0]!)).toBe('W2 (n_y, n_h) = (1, 4)');
  });

  test('leaves the numbers out where they say no more', () => {
    const unknown = layerCards(stateOf(oneHidden)).find(each => each.id === 'input')!;
    expect(unknown.lines.map(lineText)).toEqual(['X (n_x, m)']);
  });

  test('puts the numbers of a picture’s shape below its symbols', () => {
    const images = { ...planar, facts: { ...planar.facts!, inputShape: [64, 64, 3] } };
    const [line] = layerCards(stateOf(oneHidden, { data: images }))[0]!.lines;
    expect(lineRows(line!)).toEqual(['X (m, nH, nW, nC)', '  = (400, 64, 64, 3)']);
    expect(lineRows(card('hidden').lines[2]!)).toEqual(['Z1, A1 (nh, m) = (4, 400)']);
  });

  test('has a block as wide as the number in it', () => {
    const widthOf = (units: number) => {
      const state = stateOf([oneHidden[0]!, { ...oneHidden[1], units }, oneHidden[2]!], { data: planar });
      const { card, size } = sceneOf(state).layers.get('hidden')!;
      expect(size.figure.name).toBe('block');
      return size.figure.size(card).along;
    };
    expect(widthOf(64)).toBe(widthOf(999));
    expect(widthOf(1_000_000)).toBeGreaterThanOrEqual('1,000,000'.length * 7);
  });

  test('says which layer is the input and which the output', () => {
    expect(layerCards(state).map(each => each.role)).toEqual(['input', 'hidden', 'output']);
  });

  test('wears the problems of its layer', () => {
    const wrong = stateOf([...oneHidden.slice(0, 2), { id: 'output', type: 'dens', units: 1 }]);
    const cards = layerCards(wrong);
    expect(cards[2]!.problems.map(problem => problem.severity)).toContain('error');
    expect(cards[1]!.problems).toEqual([]);
    expect(cards[2]!.title).toBe('dens');
  });

  test('shows an activation as it is written, be there such a one or not', () => {
    const written = (activation: unknown) =>
      layerCards(stateOf([oneHidden[0]!, { ...oneHidden[1]!, activation }, oneHidden[2]!]))[1]!.activation;
    expect(written('tanh')).toBe('tanh');
    expect(written('rellu')).toBe('rellu');
    expect(written(3)).toBe('?');
    expect(written('r'.repeat(1000))).toHaveLength(24);
    expect(written(undefined)).toBe('linear');
  });

  test('says how long the longest side of all pictures is, so that volumes are in proportion', () => {
    const cards = layerCards(
      stateOf([
        { id: 'input', type: 'input', shape: [28, 20, 1] },
        { id: 'conv', type: 'conv2d', filters: 6, kernelSize: 5 },
        { id: 'flatten', type: 'flatten' },
        { id: 'output', type: 'dense', units: 1 },
      ]),
    );
    expect(cards.map(({ longestSide }) => longestSide)).toEqual([28, 28, 28, 28]);
  });

  test('names columns only where there is one for each neuron', () => {
    const facts = { ...planar.facts!, inputNames: ['x', 'y'] };
    const named = layerCards({ ...state, data: { ...planar, facts } });
    expect(named[0]!.names).toEqual(['x', 'y']);
    expect(
      layerCards({ ...state, data: { ...planar, facts: { ...facts, inputNames: ['x'] } } })[0]!.names,
    ).toBe(undefined);
  });

  test('is read out in one sentence', () => {
    expect(layerLabel(card('hidden'))).toBe('Layer hidden, dense, 4 units, tanh, W1 4 by 2, b1 4 by 1');
    expect(layerLabel(card('input'))).toBe('Layer input, input, output 2');
    expect(layerLabel(card('output'))).toBe(
      'Layer output, dense, output of the network, 1 unit, sigmoid, W2 1 by 4, b2 1 by 1',
    );
  });
});

describe('the scene', () => {
  const scene = sceneOf(state);

  test('joins single neurons where both layers show theirs', () => {
    expect(scene.edges.map(edge => [edge.from.card.id, edge.to.card.id, edge.weighted])).toEqual([
      ['input', 'hidden', true],
      ['hidden', 'output', true],
    ]);
  });

  test('joins none of a layer’s branches neuron by neuron where not all can be', () => {
    const branches = sceneOf(
      stateOf([
        { id: 'input', type: 'input', shape: [2] },
        ...['a', 'b', 'c'].map(id => ({ id, type: 'dense', units: 4, inputs: ['input'] })),
        { id: 'sum', type: 'add', inputs: ['a', 'b', 'c'] },
        { id: 'output', type: 'dense', units: 1 },
      ]),
    );
    const weighted = branches.edges.filter(edge => edge.weighted);
    expect(weighted.map(edge => edge.from.card.id)).toEqual([]);
    expect(branches.edges.filter(edge => edge.from.card.id === 'input')).toHaveLength(3);
    // a branch without weights takes none from the other
    const two = sceneOf(
      stateOf([
        { id: 'input', type: 'input', shape: [2] },
        { id: 'hidden', type: 'dense', units: 4 },
        { id: 'output', type: 'dense', units: 1 },
        { id: 'sum', type: 'add', inputs: ['hidden', 'output'] },
      ]),
    );
    expect(two.edges.find(edge => edge.to.card.id === 'output')!.weighted).toBe(true);
  });

  test('shows the tensor’s shape on each edge', () => {
    expect(scene.edges.map(({ tensor }) => [tensor.symbols, tensor.sizes])).toEqual([
      ['(n_x, m)', '(2, 400)'],
      ['(n_h, m)', '(4, 400)'],
    ]);
  });

  test('holds every card within its bounds, in either direction', () => {
    for (const orientation of ['horizontal', 'vertical'] as const) {
      const { bounds, layers } = sceneOf(state, { ...plain, orientation });
      for (const layer of layers.values()) {
        const box = boxOf(layer);
        expect(box.x).toBeGreaterThanOrEqual(bounds.x);
        expect(box.y).toBeGreaterThanOrEqual(bounds.y);
        expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width);
        expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height);
      }
    }
  });

  test('draws pictures as a volume, wide layers as a block, branches as a joint, and what is unknown as such', () => {
    const images = { ...planar, facts: { ...planar.facts!, inputShape: [64, 64, 3] } };
    const layers = [
      { id: 'input', type: 'input' },
      { id: 'flatten', type: 'flatten' },
      { id: 'wide', type: 'dense', units: 20 },
      { id: 'small', type: 'dense', units: 5 },
      { id: 'sum', type: 'add', inputs: ['wide', 'small'] },
      { id: 'mystery', type: 'mystery' },
    ];
    const figures = [...sceneOf(stateOf(layers, { data: images })).layers.values()];
    expect(figures.map(({ size }) => size.figure.name)).toEqual([
      'volume',
      'bar',
      'block',
      'neurons',
      'joint',
      'unknown',
    ]);
  });

  test('has edges follow a layer that is dragged, as one line where the ends no longer face each other', () => {
    const moved = withMoved(scene, 'hidden', { x: 500, y: 300 });
    expect(moved.layers.get('hidden')!.at).toEqual({ x: 500, y: 300 });
    expect(moved.edges.map(edge => edge.weighted)).toEqual([false, false]);
    expect(moved.edges[0]!.to.at).toEqual({ x: 500, y: 300 });
    expect(scene.layers.get('hidden')!.at).not.toEqual({ x: 500, y: 300 });
  });

  test('is empty without a network', () => {
    const empty = sceneOf(stateOf([]));
    expect([empty.layers.size, empty.edges.length]).toEqual([0, 0]);
  });
});

test('a feature map is a box in proportion, with the window that is slid over it', () => {
  const cards = layerCards(
    stateOf([
      { id: 'input', type: 'input', shape: [64, 16, 4] },
      { id: 'conv', type: 'conv2d', filters: 16, kernelSize: [3, 5] },
      { id: 'pool', type: 'max-pool2d', poolSize: 2, stride: 2 },
      { id: 'flatten', type: 'flatten' },
    ]),
  );
  const [input, conv, pool] = cards.map(sidesOf);
  // as the root of the length: a fourth of the side is half as long
  expect(input!.width).toBeCloseTo(input!.height / 2, 6);
  expect(input!.depth).toBeCloseTo(conv!.depth / 2, 6);
  expect(pool!.height).toBeLessThan(conv!.height);
  expect(cards.map(({ window }) => window)).toEqual([[3, 5], [2, 2], undefined, undefined]);
});
