import * as vscode from 'vscode';
import type { Span } from '../../core/problem';

/** Shows a network as text, beside its designer where it isn't shown yet, with a span of it selected. */
export async function showText(document: vscode.TextDocument, span?: Span): Promise<void> {
  const selection = span && new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
  await vscode.window.showTextDocument(document, {
    viewColumn: shownIn(document.uri) ?? vscode.ViewColumn.Beside,
    selection,
    preview: false,
  });
}

function shownIn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = (tab: vscode.Tab) =>
    tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(group => group.tabs.some(shows))?.viewColumn;
}
