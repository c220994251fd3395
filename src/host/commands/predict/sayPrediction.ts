import * as vscode from 'vscode';
import { numberText } from '../../../runs/figures/numberText';
import { probabilityText } from '../../../runs/figures/probabilityText';
import type { Prediction, PredictionInput } from '../../../runs/run';
import { showDesigner } from '../../designer/showDesigner';
import type { Host } from '../../host';
import { predictInput } from '../../model/predictInput';
import { nameOf } from '../../network/nameOf';

/** Predicts, shows the result in the designer's panel and says it in a sentence. */
export async function sayPrediction(host: Host, network: vscode.Uri, input: PredictionInput): Promise<void> {
  await showDesigner(host, network);
  const prediction = await predictInput(host, network, input);
  if (!prediction) return;
  vscode.window.showInformationMessage(`${nameOf(network)}: ${sentence(prediction)}`);
}

function sentence({ outputs, classes, truth }: Prediction): string {
  const [best] = classes ?? [];
  const predicted = best
    ? `${best.name}, with a probability of ${probabilityText(best.probability)}`
    : `ŷ = ${outputs.map(numberText).join(', ')}`;
  return truth === undefined ? `${predicted}.` : `${predicted}. It is ${truth}.`;
}
