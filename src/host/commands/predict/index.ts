import * as vscode from 'vscode';
import type { Host } from '../../host';
import { trainedRun } from '../../model/trainedRun';
import { chooseNetwork } from '../../network/chooseNetwork';
import type { Command } from '../command';
import { predictFile } from './predictFile';
import { predictRow } from './predictRow';
import { predictTestExample } from './predictTestExample';

/** A way to say what is predicted on. */
export interface PredictSource extends vscode.QuickPickItem {
  run(host: Host, network: vscode.Uri): Promise<void>;
}

const sources: readonly PredictSource[] = [predictRow, predictFile, predictTestExample];

export const predict: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  if (!network || !(await trainedRun(host, network))) return;
  const source = await vscode.window.showQuickPick(sources, { title: 'Predict', placeHolder: 'On what?' });
  await source?.run(host, network);
};
