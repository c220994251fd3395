import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';

const textOf = (shape: readonly number[], ...layers: readonly object[]) =>
  JSON.stringify({ layers: [{ id: 'input', type: 'input', shape }, ...layers] });
const along = { id: 'along', type: 'conv1d', filters: 4, kernelSize: 3, activation: 'tanh' };
const dense = { id: 'it', type: 'dense', units: 5, activation: 'relu' };
/** What is wrong with the layer itself. */
const problemOf = (text: string) =>
  analyze(text).problems.find(({ layer, code }) => layer === 'it' && code !== 'nothing-to-learn');
const reportOf = (text: string) => analyze(text).shapes!.layers.get('it')!;

describe('a dense layer', () => {
  test('takes each step of a series with the same weights', () => {
    const text = textOf([7, 3], along, dense);
    expect(analyze(text).problems).toEqual([]);
    const { output, outputNamed, parameterCount, parameters, values, flops } = reportOf(text);
    expect(output).toEqual([5, 5]);
    expect(outputNamed.map(({ symbol }) => symbol).slice(0, 2)).toEqual(['m', 'T']);
    expect(parameterCount).toBe(5 * 4 + 5);
    expect(parameters[0]!.dims.map(({ size }) => size)).toEqual([5, 4]);
    expect(values.map(({ name, dims }) => [name, dims.map(({ size }) => size)])).toEqual([
      ['Z2', ['m', 5, 5]],
      ['A2', ['m', 5, 5]],
    ]);
    expect(flops).toBe(5 * 5 * (2 * 4 + 2));
  });

  test('takes series through what leaves their steps as they are', () => {
    const between = [
      { id: 'norm', type: 'layer-norm' },
      { id: 'drop', type: 'dropout', rate: 0.5 },
      { id: 'sum', type: 'add', inputs: ['drop', 'along'] },
    ];
    const text = textOf([7, 3], along, ...between, dense);
    expect(analyze(text).problems).toEqual([]);
    expect(reportOf(text).output).toEqual([5, 5]);
  });

  test.each([
    [[6, 5], 'Make it a convolution of series of one step', [6, 5]],
    [[6, 5, 2], 'Make it a 1 × 1 convolution', [6, 5, 5]],
  ] as const)('doesn’t guess that %j is a series, and says what to do instead', (shape, title, output) => {
    const text = textOf(shape, dense);
    const [problem] = analyze(text).problems;
    expect(problem).toMatchObject({ code: 'missing-flatten', severity: 'error', layer: 'it' });
    expect(problem!.fixes.map(fix => fix.title)).toEqual(['Insert a flatten layer', title]);
    const mended = applyTextEdits(text, problem!.fixes[1]!.edits);
    expect(analyze(mended).problems).toEqual([]);
    expect(reportOf(mended).output).toEqual(output);
  });
});

test.each(['last-step', 'mean-over-time', 'max-over-time'])('%s says what it takes', type => {
  const problem = problemOf(textOf([6], { id: 'it', type }));
  expect(problem).toMatchObject({ code: 'not-a-series', severity: 'error', layer: 'it' });
  expect(problem!.message).toMatch(/^A (last step|mean over time|max over time) takes series \(T, n\)/);
});

test('a repeat layer takes a vector, or offers to make one', () => {
  const text = textOf([4, 3], { id: 'it', type: 'repeat', steps: 2 });
  const problem = problemOf(text);
  expect(problem!.message).toBe(
    'A repeat layer takes a vector, but the layer before gives 4 × 3. Put a flatten layer between them.',
  );
  expect(reportOf(applyTextEdits(text, problem!.fixes[0]!.edits)).output).toEqual([2, 12]);
});

test.each(['subtract', 'dot'])('%s takes two layers of one shape', type => {
  const text = textOf(
    [3],
    { id: 'other', type: 'dense', units: 2, activation: 'tanh' },
    {
      id: 'it',
      type,
      inputs: ['input', 'other'],
    },
  );
  const problem = problemOf(text);
  expect(problem).toMatchObject({ code: 'shape-mismatch', layer: 'it', field: 'inputs' });
});
