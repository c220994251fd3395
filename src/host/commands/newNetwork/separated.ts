import * as vscode from 'vscode';
import type { Choice } from './ask';

/** Rows under a heading, which isn't there where they aren't. */
export function separated<T, V>(
  label: string,
  items: readonly T[],
  row: (item: T) => Choice<V>,
): Choice<V>[] {
  if (items.length === 0) return [];
  const separator = { label, kind: vscode.QuickPickItemKind.Separator } as Choice<V>;
  return [separator, ...items.map(row)];
}
