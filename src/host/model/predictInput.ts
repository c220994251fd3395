import type * as vscode from 'vscode';
import type { Prediction, PredictionInput } from '../../runs/run';
import type { Host } from '../host';
import { trainedRun } from './trainedRun';
import { trainerRequest } from './trainerRequest';
import { withStaleness } from './withStaleness';

/** Predicts one example with the newest run, and shows it in the designers of the network. `id` is that of a designer's request. */
export async function predictInput(
  host: Host,
  network: vscode.Uri,
  input: PredictionInput,
  id?: number,
): Promise<Prediction | undefined> {
  const info = await trainedRun(host, network);
  if (!info) return undefined;
  const request = { type: 'predict', run: info.folder, input } as const;
  const answer = await trainerRequest(host, 'Predicting', 'prediction', request);
  if (!answer) return undefined;
  const prediction = withStaleness(host, network, answer.prediction);
  host.designers.post(network, { type: 'prediction', id, prediction });
  return prediction;
}
