import type * as vscode from 'vscode';
import type { EvaluationReport } from '../../runs/run';
import type { Host } from '../host';
import { trainedRun } from './trainedRun';
import { trainerRequest } from './trainerRequest';
import { withStaleness } from './withStaleness';

/** Cost, metrics and confusion matrix of the newest run over a set, shown in the designers of the network. `id` is that of a designer's request. */
export async function evaluateOn(
  host: Host,
  network: vscode.Uri,
  set: 'train' | 'test',
  id?: number,
): Promise<EvaluationReport | undefined> {
  const info = await trainedRun(host, network);
  if (!info) return undefined;
  const request = { type: 'evaluate', run: info.folder, set } as const;
  const answer = await trainerRequest(host, 'Evaluating', 'evaluation', request);
  if (!answer) return undefined;
  const report = withStaleness(host, network, answer.report);
  host.designers.post(network, { type: 'evaluation', id, report });
  return report;
}
