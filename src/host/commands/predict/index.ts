import * as vscode from 'vscode';
import { trainedRun } from '../../model/trainedRun';
import { shownNetwork } from '../../network/shownNetwork';
import type { Command } from '../command';
import { predictFile } from './predictFile';
import { predictRow } from './predictRow';
import type { PredictSource } from './predictSource';
import { predictTestExample } from './predictTestExample';

const sources: readonly PredictSource[] = [predictRow, predictFile, predictTestExample];

export const predict: Command = async (host, uri) => {
  const network = await shownNetwork(host, uri);
  if (!network || !(await trainedRun(host, network))) return;
  const source = await vscode.window.showQuickPick(sources, { title: 'Predict', placeHolder: 'On what?' });
  await source?.run(host, network);
};
