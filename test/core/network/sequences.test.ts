import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { applyTextEdits } from '../../../src/core/network/edit';

const textOf = (...layers: readonly object[]) =>
  JSON.stringify({ layers: [{ id: 'input', type: 'input', shape: [28, 28] }, ...layers] });
const out = { id: 'output', type: 'dense', units: 10, activation: 'softmax' };

describe.each(['rnn', 'gru', 'lstm'])('%s', type => {
  test.each([
    ['at once', []],
    ['behind a dropout', [{ id: 'drop', type: 'dropout', rate: 0.2 }]],
  ])('behind one that gives its last step alone, %s, offers to give all of them', (_, between) => {
    const text = textOf({ id: 'first', type, units: 8 }, ...between, { id: 'second', type, units: 4 }, out);
    const [problem, ...others] = analyze(text).problems.filter(({ severity }) => severity === 'error');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'not-a-series', layer: 'second', field: 'inputs' });
    expect(problem!.message).toMatch(
      /takes series \(T, n\), steps of n values, but the layer before gives 8\.$/,
    );
    expect(problem!.fixes.map(({ title }) => title)).toEqual(['Return sequences from the layer before']);
    const mended = applyTextEdits(text, problem!.fixes[0]!.edits);
    expect(JSON.parse(mended).layers[1]).toMatchObject({ id: 'first', returnSequences: true });
    expect(analyze(mended).problems).toEqual([]);
    expect(analyze(mended).shapes!.layers.get('second')!.output).toEqual([4]);
  });

  test('behind a vector that isn’t a recurrent layer’s offers to reshape it', () => {
    const text = textOf({ id: 'flat', type: 'flatten' }, { id: 'it', type, units: 4 }, out);
    const [problem] = analyze(text).problems;
    expect(problem!.fixes.map(({ title }) => title)).toEqual(['Insert a reshape layer']);
  });

  test('wears the course’s symbols', () => {
    const { layers } = analyze(textOf({ id: 'it', type, units: 4 }, out)).shapes!;
    const { parameters, outputNamed } = layers.get('it')!;
    expect(outputNamed.map(({ symbol }) => symbol)).toEqual(['n_a', 'm']);
    expect(parameters.slice(0, 2).map(({ name }) => name)).toEqual(['Wax1', 'Waa1']);
    expect(parameters[1]!.dims[1]).toEqual({ symbol: 'n_a', size: 4 });
  });

  test('both ways and backwards is told, with what mends it', () => {
    const text = textOf({ id: 'it', type, units: 4, bidirectional: true, backwards: true }, out);
    const [problem] = analyze(text).problems;
    expect(problem).toMatchObject({ code: 'both-ways-backwards', severity: 'warning', field: 'backwards' });
    expect(analyze(applyTextEdits(text, problem!.fixes[0]!.edits)).problems).toEqual([]);
  });
});

test('two recurrent layers tell their units apart', () => {
  const { layers } = analyze(
    textOf(
      { id: 'first', type: 'gru', units: 8, returnSequences: true },
      { id: 'second', type: 'lstm', units: 4, bidirectional: true, returnSequences: true },
      out,
    ),
  ).shapes!;
  const symbols = (id: string) => layers.get(id)!.outputNamed.map(({ symbol }) => symbol);
  expect(symbols('first')).toEqual(['m', 'T_x', 'n_a1']);
  expect(symbols('second')).toEqual(['m', 'T_x', '2·n_a2']);
});

test.each([
  ['rnn', { units: 4 }, [28, 28], ['m', 'T_x', 'n_x']],
  ['last-step', {}, [28, 3], ['m', 'T_x', 'n_x']],
  ['embedding', { vocabulary: 5, size: 2 }, [9], ['T_x', 'm']],
  ['conv2d', { filters: 2, kernelSize: 3 }, [28, 28], ['m', 'n_H', 'n_W']],
] as const)('data that feed %s wear the symbols of what they are', (type, fields, shape, symbols) => {
  const layers = [
    { id: 'input', type: 'input', shape },
    { id: 'drop', type: 'dropout', rate: 0.1 },
    { id: 'it', type, ...fields },
  ];
  const report = analyze(JSON.stringify({ layers })).shapes!.layers.get('input')!;
  expect(report.outputNamed.map(({ symbol }) => symbol)).toEqual(symbols);
});
