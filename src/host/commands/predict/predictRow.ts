import * as vscode from 'vscode';
import { separatorOf, typedValues } from '../../../data/inputs/typedValues';
import type { Preprocessing } from '../../../data/preprocessing';
import { trainedRun } from '../../model/trainedRun';
import type { PredictSource } from './predictSource';
import { sayPrediction } from './sayPrediction';

export const predictRow: PredictSource = {
  label: '$(edit) A typed row',
  description: 'its values, one after the other',
  async run(host, network) {
    const preprocessing = (await trainedRun(host, network))?.preprocessing;
    const names = inputNames(preprocessing);
    const separator = separatorOf(preprocessing);
    const typed = await vscode.window.showInputBox({
      title: 'Predict',
      prompt: names.length
        ? `${names.length} values, separated by ${separator}: ${brief(names)}`
        : `Values, separated by ${separator}`,
      placeHolder:
        names.length && names.length <= 12 ? names.join(separator === 'commas' ? ', ' : '; ') : undefined,
      ignoreFocusOut: true,
      validateInput: text => fault(text, names, preprocessing),
    });
    if (typed !== undefined)
      await sayPrediction(host, network, { kind: 'row', values: typedValues(typed, preprocessing) });
  },
};

/** The columns of the table it was trained on, or x1, x2, … */
function inputNames(preprocessing: Preprocessing | undefined): readonly string[] {
  if (!preprocessing) return [];
  if (preprocessing.columns) return preprocessing.columns.map(({ name }) => name);
  const count = preprocessing.inputShape.reduce((product, size) => product * size, 1);
  return Array.from({ length: count }, (_, i) => `x${i + 1}`);
}

function fault(
  text: string,
  names: readonly string[],
  preprocessing: Preprocessing | undefined,
): string | undefined {
  const { length } = typedValues(text, preprocessing);
  if (!text.trim() || !names.length || length === names.length) return undefined;
  return `${length} ${length === 1 ? 'value' : 'values'}; the network takes ${names.length}.`;
}

function brief(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 3).join(', ')}, …, ${names.at(-1)}`;
}
