import * as vscode from 'vscode';
import type { LayerReport } from '../../core/network/network';
import { formatShape } from '../../core/shape';
import type { Host } from '../host';
import { networkSelector } from '../network/networkFile';

const setting = 'layerwise.inlayHints';

/** The shapes of each layer behind the line that it begins on: `W1 (4, 2)  b1 (4, 1)  A1 (4, 400)`. */
export function inlayHints({ snapshots }: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    snapshots.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(setting)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(networkSelector, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints(document, range) {
        if (!vscode.workspace.getConfiguration().get(setting)) return [];
        const { network, shapes } = snapshots.of(document);
        return (network?.layers ?? []).flatMap(layer => {
          const report = shapes?.layers.get(layer.id);
          const { range: line } = document.lineAt(document.positionAt(layer.span.start));
          if (!report || !range.intersection(line)) return [];
          const hint = new vscode.InlayHint(line.end, hintText(report));
          hint.paddingLeft = true;
          return [hint];
        });
      },
    }),
  );
}

/** Parameters and what the layer gives; Z has the shape of A, so it is left out. */
function hintText({ parameters, values, output, outputNamed }: LayerReport): string {
  const last = values.at(-1);
  const given = last ?? (output && { name: '', dims: outputNamed });
  return [...parameters, ...(given ? [given] : [])]
    .map(({ name, dims }) => `${name} ${formatShape(dims.map(dim => dim.size))}`.trim())
    .join('  ');
}
