import * as vscode from 'vscode';
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
    ? `${best.name}, with a probability of ${percent(best.probability)}`
    : `ŷ = ${outputs.map(value => value.toPrecision(6)).join(', ')}`;
  return truth === undefined ? `${predicted}.` : `${predicted}. It is ${truth}.`;
}

/** Never 100 %: no network is that sure. */
function percent(probability: number): string {
  return probability > 0.999 ? 'more than 99.9 %' : `${(probability * 100).toFixed(1)} %`;
}
