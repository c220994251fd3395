import * as vscode from 'vscode';
import { writerOf } from '../../runs/folder/runLock';
import { WatchedRun } from '../../runs/folder/watchedRun';
import type { Host } from '../host';
import type { NetworkRun } from './networkRun';
import { OnceEach } from './onceEach';

/** Milliseconds between two looks at a run that another process writes: it writes one every three seconds. */
const between = 1000;

/** Follows runs that are in progress in another window or a terminal, from what they write to the disk. */
export function elsewhere({ runs, log }: Host): vscode.Disposable {
  const watched = new Map<NetworkRun, WatchedRun>();
  const faults = new OnceEach<NetworkRun>(text => log.warn(text));
  let looking = false;

  const look = async () => {
    if (looking) return;
    looking = true;
    await Promise.all(
      [...watched].map(([run, watch]) =>
        lookAt(run, watch).then(
          () => faults.forget(run),
          error => faults.tell(run, String(error)),
        ),
      ),
    );
    looking = false;
  };
  const lookAt = async (run: NetworkRun, watch: WatchedRun) => {
    const found = await watch.look();
    if (!run.elsewhere || watched.get(run) !== watch) return;
    if (found) run.grow(found.info, found.points, found.writer);
    else watched.delete(run);
  };
  const timer = setInterval(() => {
    if (watched.size > 0) void look();
  }, between);

  return vscode.Disposable.from(
    new vscode.Disposable(() => clearInterval(timer)),
    runs.onDidChange(run => {
      if (!run.elsewhere || !run.info) watched.delete(run);
      else if (!watched.has(run)) watched.set(run, new WatchedRun(run.info));
    }),
    // a terminal may have gone on with a run meanwhile, or begun one
    vscode.window.onDidChangeWindowState(async ({ focused }) => {
      if (!focused) return;
      for (const run of runs.all) await lookAgain(run);
    }),
  );

  async function lookAgain(run: NetworkRun): Promise<void> {
    try {
      if (run.live || run.elsewhere) return;
      if (run.info?.folder && (await writerOf(run.info.folder))) await runs.show(run, run.info);
      else if (!run.info) await runs.read(run.network);
      faults.forget(run);
    } catch (error) {
      faults.tell(run, String(error));
    }
  }
}
