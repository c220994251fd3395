import * as vscode from 'vscode';
import { Pauses } from '../document/pauses';
import type { Host } from '../host';
import { errorsOf } from '../network/errorsOf';

/** Milliseconds in which nothing happens: a process that starts doesn't take them from a view that opens. */
const quiet = 300;

/**
 * Has a training process ready while a network that can be trained is in a designer on the screen and none trains; it is
 * ended with the last designer.
 */
export function readyTrainer(host: Host): vscode.Disposable {
  const { designers, snapshots, runs, trainers } = host;
  const pauses = new Pauses<'look'>();
  const canTrain = (document: vscode.TextDocument) => {
    const { network } = snapshots.of(document);
    return (
      document.uri.scheme === 'file' &&
      network?.data !== undefined &&
      network.training !== undefined &&
      errorsOf(host, document.uri) === 0
    );
  };
  const look = () => {
    if (designers.size === 0) trainers.release();
    if (runs.live.length > 0) return;
    const [document] = designers.shown.map(designer => designer.document).filter(canTrain);
    if (document) trainers.beReady(document.uri.fsPath, document.getText());
  };
  const soon = () => pauses.after('look', quiet, look);
  return vscode.Disposable.from(
    pauses,
    designers.onDidChange(soon),
    snapshots.onDidChange(soon),
    runs.onDidChange(soon),
    vscode.workspace.onDidGrantWorkspaceTrust(soon),
  );
}
