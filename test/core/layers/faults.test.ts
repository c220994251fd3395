import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';

/** A network of inputs of these shapes that all feed one layer. */
function network(layer: Readonly<Record<string, unknown>>, ...shapes: number[][]): string {
  const inputs = shapes.map((shape, i) => ({ id: `in-${i}`, type: 'input', shape }));
  const named = inputs.map(({ id }) => id);
  return JSON.stringify({
    layers: [
      ...inputs,
      { id: 'it', ...layer, inputs: named },
      { id: 'flat', type: 'flatten' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
  });
}

const own = (text: string) => analyze(text).problems.filter(({ layer }) => layer === 'it');

describe('what a layer says of what feeds it', () => {
  it.each([
    [
      'multiply',
      [[4], [3]],
      'inputs',
      'A multiply layer needs inputs of one shape, but these are (4,) and (3,).',
    ],
    ['average', [[4], [3]], 'inputs', 'An average layer needs inputs of one shape'],
    [
      'maximum',
      [
        [2, 2, 3],
        [2, 2, 4],
      ],
      'inputs',
      'Give the layers before it the same sizes, or use concatenate.',
    ],
    [
      'concatenate',
      [
        [4, 4, 3],
        [4, 5, 3],
      ],
      'inputs',
      'Only their sizes along axis 2 may differ where layers are concatenated, but these are (4, 4, 3) and (4, 5, 3).',
    ],
    ['concatenate', [[4, 4, 3], [3]], 'inputs', 'Put a flatten layer behind the pictures.'],
    [
      'zero-pad',
      [[784]],
      'inputs',
      'takes pictures (n_H, n_W, n_C), but the layer before gives a vector of 784.',
    ],
    ['upsample', [[784]], 'inputs', 'An upsample layer takes pictures'],
  ] as const)('%s of %j', (type, shapes, field, words) => {
    const [problem, ...others] = own(network({ type }, ...shapes.map(shape => [...shape])));
    expect(problem).toMatchObject({ severity: 'error', layer: 'it' });
    expect(problem!.field).toBe(field);
    expect(problem!.message).toContain(words);
    expect(others).toEqual([]);
  });

  it('offers a way out that leads out', () => {
    for (const [layer, ...shapes] of [
      [{ type: 'multiply' }, [4], [3]],
      [{ type: 'concatenate', axis: 2 }, [4], [3]],
      [{ type: 'permute', axes: [1, 0] }, [4, 4, 3]],
    ] as const) {
      const text = network(layer, ...shapes.map(shape => [...shape]));
      const [problem] = own(text);
      expect(own(applyTextEdits(text, problem!.fixes[0]!.edits)), layer.type).toEqual([]);
    }
  });
});

describe('what a layer says of its fields', () => {
  it.each([
    [
      { type: 'reshape', shape: [5, 5, 1] },
      [784],
      'shape',
      '(5, 5, 1) holds 25 values, but the layer before gives (784,), which is 784.',
    ],
    [
      { type: 'crop', top: 2, bottom: 3 },
      [4, 4, 1],
      'bottom',
      'Of a height of 4 nothing is left when 2 is cut off at the top and 3 at the bottom.',
    ],
    [
      { type: 'permute', axes: [0, 0, 1] },
      [4, 4, 1],
      'axes',
      '"axes" must name each of the 3 axes of (4, 4, 1) once',
    ],
    [{ type: 'concatenate', axis: 2 }, [4], 'axis', 'There is no axis 2 in (4,), whose axes are 0.'],
  ] as const)('%j', (layer, shape, field, words) => {
    const [problem] = own(network(layer, [...shape]));
    expect(problem).toMatchObject({ severity: 'error', layer: 'it', field });
    expect(problem!.message).toContain(words);
  });
});

test('pictures are told from vectors through all of them, and how their sizes come about', () => {
  const text = JSON.stringify({
    layers: [
      { id: 'input', type: 'input', shape: [784] },
      { id: 'picture', type: 'reshape', shape: [28, 28, 1] },
      { id: 'pad', type: 'zero-pad' },
      { id: 'cut', type: 'crop', top: 2, left: 1 },
      { id: 'large', type: 'upsample' },
      { id: 'flat', type: 'flatten' },
      { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
    ],
  });
  const { problems, shapes } = analyze(text);
  expect(problems).toEqual([]);
  const worked = (id: string) =>
    shapes!.layers.get(id)!.worked.map(({ symbol, how, size }) => `${symbol} = ${how} = ${size}`);
  expect(worked('pad')).toEqual(['n_H = 28 + 2·1 = 30', 'n_W = 28 + 2·1 = 30']);
  expect(worked('cut')).toEqual(['n_H = 30 − 2 − 0 = 28', 'n_W = 30 − 1 − 0 = 29']);
  expect(worked('large')).toEqual(['n_H = 2·28 = 56', 'n_W = 2·29 = 58']);
  expect(shapes!.layers.get('flat')!.output).toEqual([56 * 58]);
});
