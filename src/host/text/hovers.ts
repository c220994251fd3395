import * as vscode from 'vscode';
import { layerOf } from '../../core/layers';
import { describeLayer } from '../../core/network/describe';
import type { LayerReport } from '../../core/network/network';
import { rangeOf } from '../document/rangeOf';
import type { Host } from '../host';
import { networkSelector } from '../network/networkFile';

/** The shapes of the layer under the mouse, with the notes' symbols. What a field means, the JSON Schema says. */
export function hovers({ snapshots }: Host): vscode.Disposable {
  return vscode.languages.registerHoverProvider(networkSelector, {
    provideHover(document, position) {
      const { network, shapes } = snapshots.of(document);
      const offset = document.offsetAt(position);
      const layer = network?.layers.find(({ span }) => span.start <= offset && offset < span.end);
      const report = layer && shapes?.layers.get(layer.id);
      if (!report) return undefined;
      const text = new vscode.MarkdownString(hoverText(layer.type, report));
      return new vscode.Hover(text, rangeOf(document, layer.span));
    },
  });
}

/** Markdown: the layer, its shapes and its formulas. */
function hoverText(type: string, report: LayerReport): string {
  const definition = layerOf(type);
  const number = report.number === undefined ? '' : `, layer ${report.number}`;
  const paragraphs = [
    `**${escaped(report.id)}** · ${definition?.title ?? escaped(type)}${number}`,
    lines(describeLayer(report)),
    lines(definition?.formulas ?? []),
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

function lines(all: readonly string[]): string {
  return all.map(line => `\`${line}\``).join('  \n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}
