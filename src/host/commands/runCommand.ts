import type * as vscode from 'vscode';
import type { RunAction } from '../../protocol/view';
import type { Host } from '../host';
import { chooseNetwork } from '../network/chooseNetwork';
import { shownNetwork } from '../network/shownNetwork';
import { runActions } from '../training/actions';
import type { NetworkRun } from '../training/networkRun';
import type { Command } from './command';

/** The command that does an action on a network, which it reads. */
export function runCommand(action: RunAction): Command {
  return async (host, uri) => {
    const network = await shownNetwork(host, uri);
    if (network) await runActions[action](host, network);
  };
}

/** The command that does an action on a run in progress, whatever was typed since. `fits` says which it can be about. */
export function liveRunCommand(action: RunAction, fits: (run: NetworkRun) => boolean): Command {
  return async (host, uri) => {
    const network = uri ?? (await chooseNetwork(host, () => fitting(host, fits)));
    if (network) await runActions[action](host, network);
  };
}

function fitting({ runs }: Host, fits: (run: NetworkRun) => boolean): vscode.Uri[] {
  return runs.live.filter(fits).map(({ network }) => network);
}
