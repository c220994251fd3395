import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { designerEditor } from './designer/designerEditor';
import { OpenDesigners } from './designer/openDesigners';
import type { Host } from './host';

/** The composition root: what the features share, then a line a feature. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Layerwise', { log: true });
  const designers = new OpenDesigners();
  const host: Host = { context, log, designers };

  context.subscriptions.push(log, designers, designerEditor(host), registerCommands(host));
}
