import type * as vscode from 'vscode';
import { settle } from '../designer/settle';
import type { Host } from '../host';
import { chooseNetwork } from './chooseNetwork';

/**
 * The network that a command reads, given or chosen, with its text as it is on the screen; undefined where none is chosen
 * or what is typed into it can't be read.
 */
export async function shownNetwork(host: Host, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const network = given ?? (await chooseNetwork(host));
  return network && (await settle(host, network)) ? network : undefined;
}
