import * as vscode from 'vscode';
import type { Severity } from '../../core/problem';
import { isTrusted } from '../trust/trust';

/** Which shapes stand within the text. */
export type HintSetting = 'off' | 'assignments' | 'all';

const section = 'layerwise.python';

export const hintSetting = `${section}.inlayHints`;

/** In a workspace that isn't trusted no process but the reader of headers is started. */
export function isEnabled(): boolean {
  return isTrusted() && vscode.workspace.getConfiguration(section).get('enable', true);
}

export function shownHints(): HintSetting {
  return vscode.workspace.getConfiguration(section).get<HintSetting>('inlayHints', 'assignments');
}

/** What is set of a code's severity; undefined where nothing is. */
export function severitySetting(): (code: string) => Severity | 'off' | undefined {
  const set: unknown = vscode.workspace.getConfiguration(section).get('severity');
  return code => {
    if (typeof set !== 'object' || set === null || !Object.hasOwn(set, code)) return undefined;
    const severity: unknown = (set as Record<string, unknown>)[code];
    return severities.find(known => known === severity);
  };
}

const severities = ['error', 'warning', 'information', 'off'] as const;

/** Calls `changed` after a setting of the check was changed. */
export function onSettings(changed: (affects: (setting: string) => boolean) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (change.affectsConfiguration(section)) changed(setting => change.affectsConfiguration(setting));
  });
}
