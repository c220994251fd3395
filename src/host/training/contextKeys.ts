import * as vscode from 'vscode';
import { contextKeys as keys } from '../../protocol/commands';
import type { Host } from '../host';
import { activeNetwork } from '../network/activeNetwork';
import { errorsOf } from '../network/errorsOf';

/** Keeps the keys up to date that the menus ask for. */
export function contextKeys(host: Host): vscode.Disposable {
  const { runs, designers, snapshots } = host;
  const set = new Map<string, unknown>();
  const tell = (key: string, value: unknown) => {
    if (set.get(key) === value) return;
    set.set(key, value);
    vscode.commands.executeCommand('setContext', key, value);
  };
  const update = () => {
    const network = activeNetwork(host);
    tell(keys.state, (network && runs.of(network).stage) ?? '');
    tell(keys.trainable, !network || errorsOf(host, network) === 0);
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
    snapshots.onDidChange(update),
    designers.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
