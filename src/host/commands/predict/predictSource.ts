import type * as vscode from 'vscode';
import type { Host } from '../../host';

/** A way to say what is predicted on. */
export interface PredictSource extends vscode.QuickPickItem {
  run(host: Host, network: vscode.Uri): Promise<void>;
}
