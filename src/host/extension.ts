import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { DataReports } from './data/dataReports';
import { Describer } from './data/describer';
import { designerEditor } from './designer/designerEditor';
import { OpenDesigners } from './designer/openDesigners';
import { showSelection } from './designer/showSelection';
import { Snapshots } from './document/snapshots';
import type { Host } from './host';
import { Trainers } from './process/trainers';
import { pythonChecks } from './python/pythonChecks';
import { diagnostics } from './text/diagnostics';
import { hovers } from './text/hovers';
import { inlayHints } from './text/inlayHints';
import { quickFixes } from './text/quickFixes';
import { contextKeys } from './training/contextKeys';
import { dataChanges } from './training/dataChanges';
import { elsewhere } from './training/elsewhere';
import { engineSetting } from './training/engine';
import { NetworkRuns } from './training/networkRuns';
import { notices } from './training/notices';
import { trainingProgress } from './training/progress';
import { readyTrainer } from './training/readyTrainer';
import { relay } from './training/relay';
import { runLimit } from './training/runLimit';
import { showTraining } from './training/showTraining';
import { statusBar } from './training/statusBar';
import { trustChanges } from './trust/trustChanges';

/** The composition root: what the features share, then a line a feature. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Layerwise', { log: true });
  const describer = new Describer(context.extensionUri, log);
  const data = new DataReports(describer);
  const snapshots = new Snapshots(data);
  const designers = new OpenDesigners();
  const runs = new NetworkRuns(snapshots, log);
  const trainers = new Trainers(context);
  const host: Host = { context, log, describer, data, snapshots, designers, runs, trainers };

  context.subscriptions.push(
    log,
    describer,
    data,
    snapshots,
    designers,
    runs,
    trainers,
    designerEditor(host),
    showSelection(host),
    diagnostics(host),
    quickFixes(host),
    hovers(host),
    inlayHints(host),
    readyTrainer(host),
    relay(host),
    showTraining(host),
    statusBar(host),
    contextKeys(host),
    dataChanges(host),
    elsewhere(host),
    runLimit(host),
    trainingProgress(host),
    notices(host),
    engineSetting(context),
    pythonChecks(host),
    trustChanges(host),
    registerCommands(host),
  );
  snapshots.start();
}
