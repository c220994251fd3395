import * as vscode from 'vscode';
import type { TextEdit } from '../../core/problem';

/** Somebody who types all the time can't hold a gesture off for longer. */
const mostTries = 5;

/** The change under way of each document: a gesture must see the text that the one before it made. */
const underWay = new WeakMap<vscode.TextDocument, Promise<unknown>>();

/**
 * Changes a document as one undo step, by what `edits` says of its text at that time. Changes of one document wait for
 * each other. Gives whether it was changed.
 */
export function changeDocument(
  document: vscode.TextDocument,
  edits: (text: string) => readonly TextEdit[],
): Promise<boolean> {
  const change = async () => {
    for (let tries = 0; tries < mostTries; tries++) {
      const { version } = document;
      const found = edits(document.getText());
      if (found.length === 0) return false;
      const workspaceEdit = new vscode.WorkspaceEdit();
      workspaceEdit.set(
        document.uri,
        found.map(edit => vscode.TextEdit.replace(rangeOf(document, edit), edit.text)),
      );
      if (await vscode.workspace.applyEdit(workspaceEdit)) return true;
      // VS Code refuses an edit of a text that was changed in the meantime; else it would refuse it again
      if (document.version === version) return false;
    }
    return false;
  };
  const result = (underWay.get(document) ?? Promise.resolve()).then(change);
  underWay.set(
    document,
    result.catch(() => {}), // told to the one who asked
  );
  return result;
}

/** Resolves when the changes that were begun are in the text. */
export async function changesDone(document: vscode.TextDocument): Promise<void> {
  await underWay.get(document);
}

function rangeOf(document: vscode.TextDocument, { offset, length }: TextEdit): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
