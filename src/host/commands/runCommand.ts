import type * as vscode from 'vscode';
import type { RunAction } from '../../protocol/view';
import type { Host } from '../host';
import { chooseNetwork } from '../network/chooseNetwork';
import { runActions } from '../training/actions';
import type { NetworkRun } from '../training/networkRun';
import type { Command } from './command';

/** The command that does an action on a run. `fits` says which runs in progress it can be about. */
export function runCommand(action: RunAction, fits?: (run: NetworkRun) => boolean): Command {
  return async (host, uri) => {
    const network = uri ?? (await chooseNetwork(host, fits && (() => fitting(host, fits))));
    if (network) await runActions[action](host, network);
  };
}

function fitting({ runs }: Host, fits: (run: NetworkRun) => boolean): vscode.Uri[] {
  return runs.live.filter(fits).map(({ network }) => network);
}
