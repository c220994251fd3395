import { analyze } from '../../src/core/analyze';
import type { DataReport } from '../../src/core/network/dataReport';
import { initialState } from '../../webview/initialState';
import type { ViewState } from '../../webview/state';

/** A state of the view that shows `layers`, and the rest of a network's file, as the store would have it. */
export function stateOf(
  layers: readonly object[],
  change: Partial<ViewState> = {},
  rest: object = {},
): ViewState {
  const text = JSON.stringify({ layers, ...rest });
  const snapshot = analyze(text, change.data);
  const { network, shapes } = snapshot;
  return {
    ...initialState(),
    document: { text, version: 1, name: 'test.nn.json', editable: true },
    snapshot,
    good: network && shapes && { network, shapes, text, data: change.data },
    ...change,
  };
}

/** Points in the plane, in two classes, as the notes' flower has them. */
export const planar: DataReport = {
  facts: {
    inputShape: [2],
    examples: { train: 400, test: 0 },
    targets: { n: 1, classes: ['red', 'blue'], binary: true, oneHot: false },
    choices: [],
  },
  faults: [],
  files: [],
};

/** The notes' network with one hidden layer. */
export const oneHidden = [
  { id: 'input', type: 'input' },
  { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
  { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
];
