import * as vscode from 'vscode';
import type { PredictSource } from './predictSource';
import { sayPrediction } from './sayPrediction';

export const predictTestExample: PredictSource = {
  label: '$(beaker) An example of the test set',
  description: 'which it has never learnt from',
  async run(host, network) {
    const count = host.data.of(network)?.facts?.examples.test;
    const range = count ? `0 to ${count - 1}` : 'from 0';
    const typed = await vscode.window.showInputBox({
      title: 'Predict',
      prompt: `The number of the example, ${range}`,
      value: '0',
      validateInput: text =>
        /^\d+$/.test(text.trim()) && (!count || Number(text) < count)
          ? undefined
          : `A whole number, ${range}.`,
    });
    if (typed !== undefined) {
      await sayPrediction(host, network, { kind: 'test-example', index: Number(typed) });
    }
  },
};
