import * as vscode from 'vscode';
import { contextKeys as keys } from '../../protocol/commands';
import type { Host } from '../host';
import { activeNetwork } from '../network/activeNetwork';

/** Keeps the keys up to date that the menus ask for. */
export function contextKeys(host: Host): vscode.Disposable {
  const { runs, designers } = host;
  const set = new Map<string, unknown>();
  const tell = (key: string, value: unknown) => {
    if (set.get(key) === value) return;
    set.set(key, value);
    vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    const network = activeNetwork(host);
    const run = network && runs.of(network);
    // a run of another window can't be paused or stopped from here
    tell(keys.state, (run && !run.elsewhere && run.state) || '');
    tell(
      keys.running,
      runs.live.some(({ state }) => state !== 'paused'),
    );
    tell(
      keys.paused,
      runs.live.some(({ state }) => state === 'paused'),
    );
    tell(keys.designerOpen, designers.size > 0);
  };
  update();
  return vscode.Disposable.from(
    runs.onDidChange(update),
    designers.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
