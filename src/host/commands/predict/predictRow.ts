import * as vscode from 'vscode';
import { type TypedColumn, typedColumns } from '../../../data/inputs/typedColumns';
import { isText, separatorOf, typedValues } from '../../../data/inputs/typedValues';
import { counted } from '../../../data/sentence';
import { trainedRun } from '../../model/trainedRun';
import type { PredictSource } from './predictSource';
import { sayPrediction } from './sayPrediction';

export const predictRow: PredictSource = {
  label: '$(edit) A typed row',
  description: 'its values, one after the other',
  async run(host, network) {
    const preprocessing = (await trainedRun(host, network))?.preprocessing;
    const columns = preprocessing ? typedColumns(preprocessing) : [];
    const names = columns.map(({ name }) => name);
    const isWhole = preprocessing !== undefined && isText(preprocessing);
    const separator = separatorOf(preprocessing);
    const typed = await vscode.window.showInputBox({
      title: 'Predict',
      prompt: preprocessing?.text
        ? `A text of at least ${counted(preprocessing.inputShape[0]!, preprocessing.text.tokens.slice(0, -1))}, of which the next is predicted`
        : isWhole
          ? `A text, as in the column ${names[0]}`
          : names.length
            ? `${names.length} values, separated by ${separator}: ${brief(names)}`
            : `Values, separated by ${separator}`,
      placeHolder:
        !isWhole && names.length && names.length <= 12
          ? names.join(separator === 'commas' ? ', ' : '; ')
          : undefined,
      ignoreFocusOut: true,
      validateInput: text =>
        text.trim() && !isWhole ? fault(typedValues(text, preprocessing), columns) : undefined,
    });
    if (typed !== undefined)
      await sayPrediction(host, network, { kind: 'row', values: typedValues(typed, preprocessing) });
  },
};

/** What is wrong with a typed row: how many values it has, else the first that its column can't be. */
function fault(values: readonly string[], columns: readonly TypedColumn[]): string | undefined {
  if (columns.length === 0) return undefined;
  if (values.length !== columns.length) {
    return `${counted(values.length, 'value')}; the network takes ${columns.length}.`;
  }
  const faults = columns.map(({ name, fault }, i) => ({ name, sentence: fault(values[i]!) }));
  const first = faults.find(({ sentence }) => sentence !== undefined);
  return first && `${first.name}: ${first.sentence}`;
}

function brief(names: readonly string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 3).join(', ')}, …, ${names.at(-1)}`;
}
