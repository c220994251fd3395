import { expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { initialState } from '../../../webview/initialState';
import { inputColumns } from '../../../webview/panels/predict/inputColumns';
import type { ViewState } from '../../../webview/state';

const state = (part: Partial<ViewState>): ViewState => ({ ...initialState(), ...part });
const facts = (inputShape: number[], inputNames?: string[]): Partial<ViewState> => ({
  data: {
    facts: {
      inputShape,
      inputNames,
      examples: { train: 1, test: 0 },
      targets: { n: 1, binary: true, oneHot: false },
      choices: [],
    },
    faults: [],
    files: [],
  },
});

it('are the names of the columns, or x1, x2 where there are none', () => {
  expect(inputColumns(state(facts([2], ['age', 'fare'])))).toMatchObject([
    { name: 'age', gap: false },
    { name: 'fare', gap: false },
  ]);
  expect(inputColumns(state(facts([2])))).toMatchObject([
    { name: 'x1', gap: false },
    { name: 'x2', gap: false },
  ]);
});

it('are those of the file that a run was trained on, with the values of text columns', () => {
  const run: ViewState['run'] = {
    info: {
      id: '',
      folder: '',
      network: '',
      startedAt: '',
      seed: 1,
      iterations: 1,
      stepsPerEpoch: 1,
      digest: '',
      state: 'finished',
      iteration: 1,
      preprocessing: {
        inputShape: [3],
        columns: [
          { name: 'age', as: 'number', missing: 30 },
          { name: 'sex', as: 'one-hot', values: ['female', 'male'] },
        ],
        targets: { names: ['survived'], binary: true },
      },
    },
    state: 'finished',
    stale: false,
  };
  expect(inputColumns(state({ run }))).toMatchObject([
    { name: 'age', gap: true },
    { name: 'sex', values: ['female', 'male'], gap: true },
  ]);
});

it('are none for pictures and for rows too long to type', () => {
  expect(inputColumns(state(facts([16, 16, 1])))).toBeUndefined();
  expect(inputColumns(state(facts([12288])))).toBeUndefined();
});

it('come from the shape of the input layer where nothing is known of the data', () => {
  const text =
    '{ "layers": [{ "id": "input", "type": "input", "shape": [3] }, { "id": "o", "type": "dense", "units": 1 }] }';
  const { network, shapes } = analyze(text);
  const good = { network: network!, shapes: shapes!, text, data: undefined };
  expect(inputColumns(state({ good }))).toHaveLength(3);
});
