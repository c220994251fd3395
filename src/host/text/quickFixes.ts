import * as vscode from 'vscode';
import type { Fix } from '../../core/problem';
import { rangeOf } from '../document/rangeOf';
import type { Host } from '../host';
import { networkSelector } from '../network/networkFile';
import { diagnosticSource } from './diagnostics';

/** The ways out of problems, under the light bulb. */
export function quickFixes({ snapshots }: Host): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    networkSelector,
    {
      provideCodeActions(document, range, { diagnostics }) {
        const touched = snapshots
          .of(document)
          .problems.filter(({ span }) => rangeOf(document, span).intersection(range));
        return touched.flatMap(({ code, span, fixes }) => {
          const place = rangeOf(document, span);
          const fixed = diagnostics.filter(
            found => found.source === diagnosticSource && found.code === code && found.range.isEqual(place),
          );
          return fixes.map((fix, index) => actionOf(document, fix, fixed, index === 0 && fixes.length === 1));
        });
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function actionOf(
  document: vscode.TextDocument,
  { title, edits }: Fix,
  diagnostics: vscode.Diagnostic[],
  isPreferred: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    edits.map(({ offset, length, text }) =>
      vscode.TextEdit.replace(rangeOf(document, { start: offset, end: offset + length }), text),
    ),
  );
  action.diagnostics = diagnostics;
  action.isPreferred = isPreferred;
  return action;
}
