import { basename, dirname, relative } from 'node:path';
import * as vscode from 'vscode';
import { formatCount } from '../../core/network/describe';
import { continueNetwork, cutsOf } from '../../core/proposal/continueNetwork';
import { designerViewType } from '../../protocol/commands';
import { runText } from '../../runs/folder/runText';
import { reportOf } from '../../runs/model/reportOf';
import { RequestFault } from '../model/requestFault';
import { trainedRun } from '../model/trainedRun';
import { chooseNetwork } from '../network/chooseNetwork';
import { networkSuffix } from '../network/networkFile';
import type { Command } from './command';
import { askName, known, proposedName, write } from './newNetwork';
import { ask } from './newNetwork/ask';
import { askSettings } from './newNetwork/askSettings';

/** A network for other data that keeps what this one has learnt, up to a layer that is asked for. */
export const newFromRun: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  const info = network && (await trainedRun(host, network));
  if (!network || !info) return;
  const text = await runText(info);
  const trained = info.preprocessing && reportOf(info.preprocessing).facts;
  const cuts = cutsOf(text, trained);
  if (cuts.length === 0)
    throw new RequestFault('Nothing of this network can be kept: only its last layer has parameters.');
  const last = await ask(
    'Up to which layer is kept what the run has learnt?',
    cuts.map(({ id, title, parameters }) => ({
      label: id,
      description: title,
      detail: `${formatCount(parameters)} ${parameters === 1 ? 'parameter' : 'parameters'} kept`,
      value: id,
    })),
  );
  if (last === undefined) return;
  const folder = vscode.Uri.file(dirname(network.fsPath));
  const asked = await askSettings(host, folder);
  if (!asked) return;
  const { data, facts } = await known(host, asked, folder);
  const file = await askName(folder, proposedName(data));
  if (!file) return;
  const name = basename(file.path, networkSuffix);
  const weights = relative(folder.fsPath, info.folder).replaceAll('\\', '/');
  await write(file, continueNetwork({ name, text, trained, last, weights, data, facts }));
  await vscode.commands.executeCommand('vscode.openWith', file, designerViewType);
};
