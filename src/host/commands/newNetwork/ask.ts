import * as vscode from 'vscode';

export const title = 'New Network';

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Undefined where the person leaves. */
export async function ask<T>(
  placeHolder: string,
  rows: readonly Choice<T>[] | Promise<readonly Choice<T>[]>,
): Promise<T | undefined> {
  const options = { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(rows, options))?.value;
}
