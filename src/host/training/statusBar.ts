import * as vscode from 'vscode';
import { counted } from '../../data/sentence';
import type { CommandId } from '../../protocol/commands';
import { controls, offeredControls } from '../../protocol/controls';
import { bestText } from '../../runs/bestInUse';
import { capitalised } from '../../runs/figures/capitalised';
import { costText } from '../../runs/figures/costText';
import { targetNames } from '../../runs/figures/namedMetric';
import { shownMetrics } from '../../runs/figures/shownMetrics';
import { type ShownStage, shownStage, stageWords } from '../../runs/stage';
import { stepsOf, stepsTaken } from '../../runs/stepsTaken';
import type { Host } from '../host';
import { activeNetwork } from '../network/activeNetwork';
import { errorsOf } from '../network/errorsOf';
import { nameOf } from '../network/nameOf';
import { isTrusted } from '../trust/trust';
import type { NetworkRun } from './networkRun';
import { showTrainingCommand } from './showTraining';

/** The run in the status bar with its buttons: that of the active network, else one that is in progress elsewhere. */
export function statusBar(host: Host): vscode.Disposable {
  const { runs, designers, snapshots } = host;
  const [main, ...buttons] = [32, 31, 30].map((priority, index) => {
    const id = ['run', 'action', 'stop'][index]!;
    return vscode.window.createStatusBarItem(`layerwise.${id}`, vscode.StatusBarAlignment.Left, priority);
  }) as [vscode.StatusBarItem, vscode.StatusBarItem, vscode.StatusBarItem];
  main.name = 'Layerwise: Training';
  const [action, stop] = buttons as [vscode.StatusBarItem, vscode.StatusBarItem];
  action.name = 'Layerwise: Train, Pause or Resume';
  stop.name = 'Layerwise: Stop';

  const update = () => {
    const network = activeNetwork(host);
    const active = network && runs.of(network);
    const run = active?.info ? active : (runs.live[0] ?? active);
    const uri = run?.network;
    if (!uri) {
      for (const item of [main, action, stop]) item.hide();
      return;
    }
    const errors = run.live ? 0 : errorsOf(host, uri);
    if (errors > 0) showErrors(action, errors, uri);
    else {
      show(action, actionOf(run), uri);
      if (!run.info) action.text += ` Train ${nameOf(uri)}`;
    }
    if (run.live && run.stage !== 'ready') show(stop, ['debug-stop', 'layerwise.stop', 'Stop training'], uri);
    else stop.hide();
    if (run.info) {
      main.text = textOf(run);
      main.tooltip = tooltipOf(run, errors > 0);
      main.command = { command: showTrainingCommand, title: 'Show', arguments: [uri] };
      main.show();
    } else main.hide();
  };
  update();
  return vscode.Disposable.from(
    main,
    action,
    stop,
    runs.onDidChange(update),
    snapshots.onDidChange(update),
    designers.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

type Button = readonly [icon: string, command: CommandId, label: string];

function actionOf({ live, stage }: NetworkRun): Button {
  if (!live || stage === 'ready') return ['play', 'layerwise.train', 'Train'];
  if (stage === 'paused') return ['debug-continue', 'layerwise.resume', 'Resume training'];
  return ['debug-pause', 'layerwise.pause', 'Pause training'];
}

function show(item: vscode.StatusBarItem, [icon, command, label]: Button, network: vscode.Uri): void {
  item.text = `$(${icon})`;
  item.tooltip = `${label}: ${nameOf(network)}`;
  item.accessibilityInformation = { label: item.tooltip };
  item.command = { command, title: label, arguments: [network] };
  item.show();
}

/** Instead of a button that could only say no: what is in its way. */
function showErrors(item: vscode.StatusBarItem, errors: number, network: vscode.Uri): void {
  const count = counted(errors, 'error');
  item.text = `$(error) ${nameOf(network)}: ${count}`;
  item.tooltip = `${count} to be corrected before ${nameOf(network)} can be trained: show the problems`;
  item.accessibilityInformation = { label: item.tooltip };
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  item.show();
}

const icons: { readonly [S in ShownStage]: string } = {
  none: 'graph-line',
  preparing: 'loading~spin',
  ready: 'circle-large-outline',
  running: 'loading~spin',
  elsewhere: 'link-external',
  paused: 'debug-pause',
  stopped: 'debug-stop',
  finished: 'check',
  diverged: 'warning',
  failed: 'error',
};

/** `$(check) cats · cost 0.092878 · 2,500 of 2,500 steps`. */
function textOf(run: NetworkRun): string {
  const { state = 'stopped', lastPoint, info, progress } = run;
  const stage = shownStage(run.stage, state);
  const parts = [nameOf(run.network)];
  if (stage === 'preparing') parts.push(progress?.stage.toLowerCase() ?? 'preparing');
  else {
    const { keptPoint } = run;
    if (keptPoint) parts.push(`cost ${costText(keptPoint.cost)} (${bestText(keptPoint)})`);
    else if (lastPoint) parts.push(`cost ${costText(lastPoint.cost)}`);
    if (lastPoint && info) {
      parts.push(stepsOf(stepsTaken(lastPoint, info), info.iterations));
    }
    if (stage === 'ready' || stage === 'diverged' || stage === 'failed')
      parts.push(stageWords[stage].toLowerCase());
  }
  const doubtful = stage === 'finished' && info?.verdict !== undefined;
  return `$(${doubtful ? 'warning' : icons[stage]}) ${parts.join(' · ')}`;
}

/** What there is to know of the run, and a menu of what can be done with it. */
function tooltipOf(
  { network, stage, state = 'stopped', view, lastPoint, keptPoint, info }: NetworkRun,
  broken: boolean,
): vscode.MarkdownString {
  const lines = [
    `${nameOf(network)}: ${stageWords[shownStage(stage, state)].toLowerCase()}, seed ${info?.seed}.`,
  ];
  for (const set of ['train', 'test'] as const) {
    const [headline] = shownMetrics((keptPoint ?? lastPoint)?.[set], targetNames(info ?? {}));
    const of = keptPoint ? ` (${bestText(keptPoint)})` : '';
    if (headline) lines.push(`${capitalised(set)} ${headline.title} ${headline.text}${of}`);
  }
  if (stage === 'finished' && info?.verdict) lines.push(info.verdict.message);
  if (view?.message) lines.push(view.message);
  if (view?.stale) lines.push('This run is of an older version of the network.');
  const tooltip = new vscode.MarkdownString(undefined, true);
  tooltip.isTrusted = { enabledCommands: controls.map(({ command }) => command) };
  tooltip.appendText(lines.join('\n'));
  const links = offeredControls(stage, { broken, trusted: isTrusted() })
    .filter(({ disabled }) => !disabled)
    .map(({ command, label, icon, title }) => {
      const address = `command:${command}?${encodeURIComponent(JSON.stringify([network]))}`;
      return `[$(${icon}) ${label}](${address} "${title}")`;
    });
  tooltip.appendMarkdown(`\n\n---\n\n${links.join(' &nbsp; ')}`);
  return tooltip;
}
