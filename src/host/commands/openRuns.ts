import { join } from 'node:path';
import * as vscode from 'vscode';
import { bytesText } from '../../data/sentence';
import { costText } from '../../runs/figures/costText';
import { figuresInUse } from '../../runs/figures/figuresInUse';
import { targetNames } from '../../runs/figures/namedMetric';
import { shownMetrics } from '../../runs/figures/shownMetrics';
import { listRuns } from '../../runs/folder/listRuns';
import { pinRun, type RunEntry, runEntry, stateOf } from '../../runs/folder/runEntry';
import { runFiles } from '../../runs/folder/runFolder';
import { aFewAtATime } from '../../runs/pacing/aFewAtATime';
import type { RunInfo } from '../../runs/run';
import { stepsOf } from '../../runs/stepsTaken';
import { attempt } from '../attempt';
import { showDesigner } from '../designer/showDesigner';
import type { Host } from '../host';
import { RequestFault } from '../model/requestFault';
import { chooseNetwork } from '../network/chooseNetwork';
import { nameOf } from '../network/nameOf';
import { resumeRun } from '../training/begin';
import { revealFolder } from '../training/revealFolder';
import type { Command } from './command';

interface Row extends vscode.QuickPickItem {
  readonly entry: RunEntry;
}

interface Way {
  readonly button: vscode.QuickInputButton;
  take(host: Host, network: vscode.Uri, info: RunInfo): Promise<unknown>;
}

const resume: Way = {
  button: { iconPath: new vscode.ThemeIcon('debug-continue'), tooltip: 'Resume from the last checkpoint' },
  async take(host, network, info) {
    await show(host, network, info);
    await resumeRun(host, host.runs.of(network), info);
  },
};

const openFolder: Way = {
  button: { iconPath: new vscode.ThemeIcon('folder-opened'), tooltip: 'Open the run’s folder' },
  take: (_host, _network, info) => revealFolder(info.folder),
};

const openNetwork: Way = {
  button: { iconPath: new vscode.ThemeIcon('file-code'), tooltip: 'Open the network as it was' },
  take: async (_host, _network, info) =>
    vscode.commands.executeCommand('vscode.open', vscode.Uri.file(join(info.folder, runFiles.network))),
};

const pin: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pin'),
  tooltip: 'Pin: never remove this run for newer ones',
};

const unpin: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pinned'),
  tooltip: 'Unpin: it may be removed for newer ones',
};

/** The runs of a network: the one that is picked is shown, and its weights are predicted with. */
export const openRuns: Command = async (host, uri) => {
  const network = uri ?? (await chooseNetwork(host));
  if (!network) return;
  const infos = network.scheme === 'file' ? await listRuns(network.fsPath) : [];
  if (infos.length === 0) {
    vscode.window.showInformationMessage(`${nameOf(network)} has no runs yet: train it first.`);
    return;
  }
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = `Runs of ${nameOf(network)}`;
  pick.placeholder = 'Which run is shown, and predicted with?';
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const fill = async () => {
    pick.items = (await aFewAtATime(infos, runEntry)).map(rowOf);
  };
  await fill();
  const take = (way: (info: RunInfo) => Promise<unknown>, row: Row | undefined) => {
    pick.hide();
    if (row) void attempt(host, () => way(row.entry.info));
  };
  pick.onDidAccept(() => take(info => show(host, network, info), pick.selectedItems[0]));
  pick.onDidTriggerItemButton(({ button, item }) => {
    if (button === pin || button === unpin) {
      void attempt(host, async () => {
        await pinRun(item.entry.info, button === pin);
        await fill();
      });
      return;
    }
    const way = [resume, openFolder, openNetwork].find(other => other.button === button);
    if (way) take(info => way.take(host, network, info), item);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
};

async function show(host: Host, network: vscode.Uri, info: RunInfo): Promise<void> {
  const run = host.runs.of(network);
  if (run.info?.id !== info.id) {
    if (run.live) throw new RequestFault(`${nameOf(network)} is being trained: stop that first.`);
    await host.runs.show(run, info);
  }
  const designer = await showDesigner(host, network);
  designer?.post({ type: 'request', request: 'show-training' });
}

function rowOf(entry: RunEntry): Row {
  const { info, last, bytes, pinned, writer } = entry;
  const reached = [
    stepsOf(info.iteration, info.iterations),
    ...(last ? [`cost ${costText(last.cost)}`] : []),
    ...(['train', 'test'] as const).flatMap(set => {
      const [headline] = shownMetrics(figuresInUse(info, last)?.[set], targetNames(info));
      return headline ? [`${set} ${headline.title} ${headline.text}`] : [];
    }),
    `seed ${info.seed}`,
    bytesText(bytes),
    ...(writer ? [`in progress (${writer})`] : []),
  ];
  const ended = info.state === 'finished' || info.state === 'diverged';
  const ways = [...(ended || writer ? [] : [resume]), openFolder, openNetwork];
  return {
    label: new Date(info.startedAt).toLocaleString(),
    description: `${stateOf(entry)}${pinned ? ', pinned' : ''}`,
    detail: reached.join(' · '),
    buttons: [...ways.map(({ button }) => button), pinned ? unpin : pin],
    entry,
  };
}
