import * as vscode from 'vscode';
import type { Host } from '../../host';
import { trainedRun } from '../../model/trainedRun';
import type { PredictSource } from './predictSource';
import { sayPrediction } from './sayPrediction';

export const predictRow: PredictSource = {
  label: '$(edit) A typed row',
  description: 'its values, separated by commas',
  async run(host, network) {
    const names = await inputNames(host, network);
    const typed = await vscode.window.showInputBox({
      title: 'Predict',
      prompt: names.length
        ? `${names.length} values, separated by commas: ${brief(names)}`
        : 'Values, separated by commas',
      placeHolder: names.length && names.length <= 12 ? names.join(', ') : undefined,
      ignoreFocusOut: true,
      validateInput: text => fault(text, names),
    });
    if (typed !== undefined) await sayPrediction(host, network, { kind: 'row', values: valuesOf(typed) });
  },
};

/** The columns of the table it was trained on, or x1, x2, … */
async function inputNames(host: Host, network: vscode.Uri): Promise<readonly string[]> {
  const preprocessing = (await trainedRun(host, network))?.preprocessing;
  if (!preprocessing) return [];
  if (preprocessing.columns) return preprocessing.columns.map(({ name }) => name);
  const count = preprocessing.inputShape.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, i) => `x${i + 1}`);
}

function valuesOf(text: string): string[] {
  return text.split(/[,;\t]/).map(value => value.trim());
}

function fault(text: string, names: readonly string[]): string | undefined {
  const { length } = valuesOf(text);
  if (!text.trim() || !names.length || length === names.length) return undefined;
  return `${length} ${length === 1 ? 'value' : 'values'}; the network takes ${names.length}.`;
}

function brief(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 3).join(', ')}, …, ${names.at(-1)}`;
}
