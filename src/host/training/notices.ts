import * as vscode from 'vscode';
import { editNetwork } from '../../core/network/edit';
import { bestText } from '../../runs/bestInUse';
import { costText } from '../../runs/figures/costText';
import { targetNames } from '../../runs/figures/namedMetric';
import { shownMetrics } from '../../runs/figures/shownMetrics';
import type { Way } from '../../runs/verdicts/verdict';
import { showDesigner } from '../designer/showDesigner';
import { changeDocument } from '../document/changeDocument';
import type { Host } from '../host';
import { nameOf } from '../network/nameOf';
import { runActions } from './actions';
import { beginRun } from './begin';
import { choosePlainEngine, engineChoice } from './engine';
import type { Failure, NetworkRun } from './networkRun';
import { revealFolder } from './revealFolder';

/** Says how a run ended: a failure always, all else to a person who doesn't see the designer. */
export function notices(host: Host): vscode.Disposable {
  const wasLive = new WeakSet<NetworkRun>();
  return vscode.Disposable.from(
    host.runs.onDidFail(({ run, message, more }) => failed(host, run, message, more)),
    host.runs.onDidChange(run => {
      const ended = wasLive.has(run) && !run.live;
      if (run.live) wasLive.add(run);
      else wasLive.delete(run);
      const seen = host.designers.of(run.network).some(({ panel }) => panel.visible);
      if (ended && !seen) void endedUnseen(host, run);
    }),
  );
}

async function failed(host: Host, run: NetworkRun, message: string, { atStart }: Failure): Promise<void> {
  const plain = 'Train with the Plain Engine';
  const resume = 'Resume';
  const open = 'Open Run Folder';
  const folder = run.info?.folder;
  const helps = atStart && engineChoice(host.context) !== 'plain';
  const ways = [...(helps ? [plain] : []), ...(run.resumable ? [resume] : []), ...(folder ? [open] : [])];
  const chosen = await vscode.window.showErrorMessage(`${nameOf(run.network)}: ${message}`, ...ways);
  if (chosen === plain) {
    await choosePlainEngine(host.context);
    await (run.resumable
      ? runActions.resume(host, run.network)
      : beginRun(host, run.network, { seed: run.info?.seed }));
  }
  if (chosen === resume) await runActions.resume(host, run.network);
  if (chosen === open && folder) await revealFolder(folder);
}

async function endedUnseen(host: Host, run: NetworkRun): Promise<void> {
  const { state, view, lastPoint, keptPoint, network } = run;
  const name = nameOf(network);
  const show = 'Show';
  const say = async (message: string, warn = false, fix?: Way) => {
    const chosen = warn
      ? await vscode.window.showWarningMessage(message, ...(fix && !run.view?.stale ? [fix.title] : []), show)
      : await vscode.window.showInformationMessage(message, show);
    if (fix && chosen === fix.title) await mend(network, fix);
    if (chosen === show) {
      const designer = await showDesigner(host, network);
      designer?.post({ type: 'request', request: 'show-training' });
    }
  };
  if (state === 'diverged') await say(`${name}: ${view?.message ?? 'The training diverged.'}`, true);
  const verdict = state === 'finished' ? run.info?.verdict : undefined;
  if (verdict) {
    await say(`The training of ${name} went wrong. ${verdict.message}`, true, verdict.fix);
  } else if (state === 'finished' && lastPoint) {
    const figures = keptPoint ?? lastPoint;
    const set = figures.test ? 'test' : 'train';
    const [headline] = shownMetrics(figures[set], targetNames(run.info ?? {}));
    const reached = headline ? `, ${set} ${headline.title} ${headline.text}` : '';
    const of = keptPoint ? ` (${bestText(keptPoint)})` : '';
    await say(`${name} is trained: cost ${costText(figures.cost)}${reached}${of}.`);
  }
}

/** One undo step in the text of the network, shown or not. */
async function mend(network: vscode.Uri, { edits }: Way): Promise<void> {
  const document = await vscode.workspace.openTextDocument(network);
  await changeDocument(document, text => editNetwork(text, edits));
}
