import * as vscode from 'vscode';
import { rangeOf } from '../document/rangeOf';
import type { Host } from '../host';
import { isNetworkFile } from '../network/networkFile';

/**
 * A designer and the text beside it show the same place: the layers selected in the designer are marked in the text,
 * and the layer that a person's cursor is in is selected in the designer.
 */
export function showSelection({ snapshots, designers }: Host): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.selectionHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.selectionHighlightForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });

  const refresh = () => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (!isNetworkFile(document.uri)) continue;
      const [designer] = designers.of(document.uri);
      markLayers(document, designer?.selection ?? [], false);
    }
  };

  const markLayers = (document: vscode.TextDocument, selection: readonly string[], reveal: boolean) => {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      const layers = snapshots.of(document).network?.layers ?? [];
      const ranges = layers
        .filter(({ id }) => selection.includes(id))
        .map(({ span }) => rangeOf(document, span));
      editor.setDecorations(mark, ranges);
      const [first] = ranges;
      if (reveal && first && editor !== vscode.window.activeTextEditor) {
        editor.revealRange(first, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    }
  };

  return vscode.Disposable.from(
    mark,
    // a text that is shown later has the marks too, and with the designer they go
    designers.onDidChange(refresh),
    vscode.window.onDidChangeVisibleTextEditors(refresh),
    designers.onDidSelect(({ document, selection }) => markLayers(document, selection, true)),
    snapshots.onDidChange(document => {
      const [designer] = designers.of(document.uri);
      if (designer) markLayers(document, designer.selection, false);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
      const { document } = textEditor;
      const byPerson =
        kind === vscode.TextEditorSelectionChangeKind.Mouse ||
        kind === vscode.TextEditorSelectionChangeKind.Keyboard;
      if (!byPerson || !isNetworkFile(document.uri)) return;
      const offsets = selections.map(({ active }) => document.offsetAt(active));
      const layers = (snapshots.of(document).network?.layers ?? [])
        .filter(({ span }) => offsets.some(offset => span.start <= offset && offset <= span.end))
        .map(({ id }) => id);
      if (layers.length > 0) designers.post(document.uri, { type: 'selection', layers, reveal: true });
    }),
  );
}
