import * as vscode from 'vscode';
import { costText } from '../../runs/figures/costText';
import { shownMetrics } from '../../runs/figures/shownMetrics';
import type { EvaluationReport } from '../../runs/run';
import { showDesigner } from '../designer/showDesigner';
import { evaluateOn } from '../model/evaluateOn';
import { nameOf } from '../network/nameOf';
import { shownNetwork } from '../network/shownNetwork';
import type { Command } from './command';

/** Metrics and confusion matrix on the test set, or on the training set where there is no other. */
export const evaluate: Command = async (host, uri) => {
  const network = await shownNetwork(host, uri);
  if (!network) return;
  const set = host.data.of(network)?.facts?.examples.test === 0 ? 'train' : 'test';
  await showDesigner(host, network);
  const report = await evaluateOn(host, network, set);
  if (!report) return;
  vscode.window.showInformationMessage(`${nameOf(network)}: ${sentence(report)}`);
};

function sentence({ set, examples, cost, metrics, classes, targets }: EvaluationReport): string {
  const parts = shownMetrics(metrics, { classes, targets }).map(({ title, text }) => `${title} ${text}`);
  parts.push(`cost ${costText(cost)}`);
  return `${parts.join(', ')} on the ${examples} examples of the ${set === 'test' ? 'test' : 'training'} set.`;
}
