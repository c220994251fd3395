import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';

const textOf = (shape: readonly number[], ...layers: readonly object[]) =>
  JSON.stringify({ layers: [{ id: 'input', type: 'input', shape }, ...layers] });
const out = { id: 'output', type: 'dense', units: 3, activation: 'softmax' };
const mean = { id: 'mean', type: 'mean-over-time' };

describe('heads that don’t divide the width', () => {
  test.each([
    [8, 3, 2],
    [8, 7, 8],
    [7, 4, 1],
    [12, 5, 4],
    [6, 100, 6],
  ])('of %i values, %i heads: offers %i', (n, heads, nearest) => {
    const text = textOf([5, n], { id: 'it', type: 'self-attention', heads }, mean, out);
    const [problem, ...others] = analyze(text).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'heads-do-not-divide',
      severity: 'error',
      layer: 'it',
      field: 'heads',
    });
    expect(problem!.message).toContain(`${heads} heads can’t share the ${n} values of a step`);
    const mended = applyTextEdits(text, problem!.fixes[0]!.edits);
    expect(JSON.parse(mended).layers[1].heads).toBe(nearest);
    expect(analyze(mended).problems).toEqual([]);
  });
});

test('the canvas wears Q, K, V and the scores', () => {
  const text = textOf([5, 8], { id: 'it', type: 'self-attention', heads: 2 }, mean, out);
  const { values, parameters } = analyze(text).shapes!.layers.get('it')!;
  expect(values.map(({ name, dims }) => [name, dims.map(({ size }) => size)])).toEqual([
    ['Q1', ['m', 5, 8]],
    ['K1', ['m', 5, 8]],
    ['V1', ['m', 5, 8]],
    ['scores1', ['m', 2, 5, 5]],
    ['A1', ['m', 5, 8]],
  ]);
  expect(parameters.map(({ name }) => name)).toEqual([
    'Wq1',
    'bq1',
    'Wk1',
    'bk1',
    'Wv1',
    'bv1',
    'Wo1',
    'bo1',
  ]);
});

test.each(['self-attention', 'position'])('%s says what it takes', type => {
  const [problem] = analyze(textOf([6], { id: 'it', type }, out)).problems;
  expect(problem).toMatchObject({ code: 'not-a-series', layer: 'it', field: 'inputs' });
});

test('cross-attention takes the steps of its first input and reads those of its second', () => {
  const text = textOf(
    [9, 4],
    { id: 'x', type: 'conv1d', filters: 6, kernelSize: 4 },
    { id: 'y', type: 'conv1d', filters: 5, kernelSize: 2, inputs: ['input'] },
    { id: 'it', type: 'cross-attention', heads: 3, inputs: ['x', 'y'] },
    mean,
    out,
  );
  expect(analyze(text).problems).toEqual([]);
  const { output, values } = analyze(text).shapes!.layers.get('it')!;
  expect(output).toEqual([6, 6]);
  expect(values[3]!.dims.map(({ size }) => size)).toEqual(['m', 3, 6, 8]);
});
