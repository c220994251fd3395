import * as vscode from 'vscode';
import { showText } from '../document/showText';
import { shownNetwork } from '../network/shownNetwork';
import type { Command } from './command';

/** Beside the designer, so that both are seen. */
export const openAsText: Command = async (host, uri) => {
  const network = await shownNetwork(host, uri);
  if (network) await showText(await vscode.workspace.openTextDocument(network));
};
