import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type LayerDefinition, layers } from '../../../src/core/layers';
import type { NamedDim } from '../../../src/core/shape';

// the core once more with layers of pictures, as a convolution, a pool and batch norm are: two filters, and sides halved
const load = async () => ({
  ...(await import('../../../src/core/analyze')),
  ...(await import('../../../src/core/network/describe')),
});
let core: Awaited<ReturnType<typeof load>>;

const flatten = layers.find(({ type }) => type === 'flatten')!;
const filter: LayerDefinition = {
  ...flatten,
  type: 'filter',
  kind: 'weights',
  shapes({ inputs: [input], symbols }) {
    const [height, width, before] = input as [NamedDim, NamedDim, NamedDim];
    const output = [
      { symbol: symbols.n_H, size: Number(height.size) + 2 },
      { symbol: symbols.n_W, size: Number(width.size) + 2 },
      { symbol: symbols.n_C, size: 2 },
    ];
    return {
      output,
      parameters: [{ name: 'W', dims: [output[2]!, before] }],
      values: [
        { name: 'Z', dims: output },
        { name: 'A', dims: output },
      ],
      flops: 1,
      working: 1000,
      worked: [
        { symbol: symbols.n_H, how: `${height.size} + 2·1`, size: Number(height.size) + 2 },
        { symbol: symbols.n_W, how: `${width.size} + 2·1`, size: Number(width.size) + 2 },
      ],
    };
  },
};
const pool: LayerDefinition = {
  ...flatten,
  type: 'pool',
  kind: 'pools',
  shapes({ inputs: [input], symbols }) {
    const [height, width, channels] = input as [NamedDim, NamedDim, NamedDim];
    const output = [
      { symbol: symbols.n_H, size: Number(height.size) / 2 },
      { symbol: symbols.n_W, size: Number(width.size) / 2 },
      channels,
    ];
    return { output, parameters: [], flops: 0 };
  },
};
const norm: LayerDefinition = {
  ...flatten,
  type: 'norm',
  kind: 'normalises',
  shapes({ inputs: [input] }) {
    return {
      output: input,
      parameters: [{ name: 'γ', dims: [input!.at(-1)!, { symbol: '1', size: 1 }] }],
      flops: 0,
    };
  },
};

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('../../../src/core/layers/all', () => ({ layers: [...layers, filter, pool, norm] }));
  core = await load();
});

afterAll(() => {
  vi.doUnmock('../../../src/core/layers/all');
  vi.resetModules();
});

const network = JSON.stringify({
  layers: [
    { id: 'input', type: 'input', shape: [8, 6, 3] },
    { id: 'first', type: 'filter' },
    { id: 'norm', type: 'norm' },
    { id: 'pool', type: 'pool' },
    { id: 'second', type: 'filter' },
    { id: 'flatten', type: 'flatten' },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ],
});

const linesOf = (id: string) => core.describeShapes(core.analyze(network).shapes!.layers.get(id)!);

describe('the symbols of pictures', () => {
  it('have the number of the layer whose own they are', () => {
    expect(linesOf('first').slice(0, 2)).toEqual([
      'W1 (n_C1, n_C) = (2, 3)',
      'Z1, A1 (m, n_H1, n_W1, n_C1) = (m, 10, 8, 2)',
    ]);
    expect(linesOf('second')[0]).toBe('W2 (n_C2, n_C1) = (2, 2)');
  });

  it('are bare where a layer that isn’t counted makes new sizes, and pass where it makes none', () => {
    expect(linesOf('pool')).toEqual(['A (m, n_H, n_W, n_C1) = (m, 5, 4, 2)']);
  });

  it('leave the number of the values that come of them to the flatten', () => {
    expect(linesOf('flatten')).toEqual(['A (n_2, m) = (84, m)']);
    expect(linesOf('output')[0]).toBe('W3 (n_y, n_2) = (1, 84)');
  });

  it('give what normalises the number of what it normalises', () => {
    expect(linesOf('norm')).toEqual(['γ1 (n_C1, 1) = (2, 1)', 'A1 (m, n_H1, n_W1, n_C1) = (m, 10, 8, 2)']);
  });
});

it('says with numbers how sizes come about, once for two that come about alike', () => {
  expect(linesOf('first').slice(2)).toEqual(['n_H1 = 8 + 2·1 = 10', 'n_W1 = 6 + 2·1 = 8']);
  const square = core.analyze(network.replace('[8,6,3]', '[8,8,3]'));
  const report = square.shapes!.layers.get('first')!;
  expect(core.workedLines(report)).toEqual(['n_H1 = n_W1 = 8 + 2·1 = 10']);
  const table = core.shapeLines(square.network!, square.shapes!).join('\n');
  expect(table).toContain('; n_H1 = n_W1 = 8 + 2·1 = 10');
});

it('counts what an example needs besides its values to its memory', () => {
  const { bytes } = core.analyze(network).shapes!.layers.get('first')!;
  expect(bytes.activations).toBe(4 * (2 * 10 * 8 * 2 + 1000));
});
