import * as vscode from 'vscode';
import { attempt } from '../attempt';
import { showDesigner } from '../designer/showDesigner';
import type { Host } from '../host';

/** What a click on the status bar does. It needs a network, so the palette doesn't have it. */
export const showTrainingCommand = 'layerwise.showTraining';

export function showTraining(host: Host): vscode.Disposable {
  return vscode.commands.registerCommand(showTrainingCommand, (network: vscode.Uri) =>
    attempt(host, async () => {
      const designer = await showDesigner(host, network);
      designer?.post({ type: 'request', request: 'show-training' });
    }),
  );
}
