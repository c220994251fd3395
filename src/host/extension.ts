import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { DataReports } from './data/dataReports';
import { Describer } from './data/describer';
import { designerEditor } from './designer/designerEditor';
import { OpenDesigners } from './designer/openDesigners';
import { Snapshots } from './document/snapshots';
import type { Host } from './host';
import { diagnostics } from './text/diagnostics';
import { hovers } from './text/hovers';
import { inlayHints } from './text/inlayHints';
import { quickFixes } from './text/quickFixes';

/** The composition root: what the features share, then a line a feature. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Layerwise', { log: true });
  const describer = new Describer(context.extensionUri, log);
  const data = new DataReports(describer);
  const snapshots = new Snapshots(data);
  const designers = new OpenDesigners();
  const host: Host = { context, log, describer, data, snapshots, designers };

  context.subscriptions.push(
    log,
    describer,
    data,
    snapshots,
    designers,
    designerEditor(host),
    diagnostics(host),
    quickFixes(host),
    hovers(host),
    inlayHints(host),
    registerCommands(host),
  );
  snapshots.start();
}
