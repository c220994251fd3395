import * as vscode from 'vscode';
import { designerViewType } from '../../protocol/commands';
import { chooseNetwork } from '../network/chooseNetwork';
import type { Command } from './command';

export const openDesigner: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  if (network) await vscode.commands.executeCommand('vscode.openWith', network, designerViewType);
};
