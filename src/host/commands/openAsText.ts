import * as vscode from 'vscode';
import { showText } from '../document/showText';
import { chooseNetwork } from '../network/chooseNetwork';
import type { Command } from './command';

/** Beside the designer, so that both are seen. */
export const openAsText: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  if (network) await showText(await vscode.workspace.openTextDocument(network));
};
