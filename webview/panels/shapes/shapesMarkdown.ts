import type { ValueShape } from '../../../src/core/layers';
import type { Network, ShapeReport } from '../../../src/core/network/network';
import { formatNamedShape } from '../../../src/core/shape';
import { formatNumber } from '../../charts/formatNumber';

/** The table of shapes as Markdown, to paste into notes or an issue. */
export function shapesMarkdown(network: Network, shapes: ShapeReport): string {
  const types = new Map(network.layers.map(({ id, type }) => [id, type]));
  const rows = [...shapes.layers.values()].map(({ id, parameters, values, parameterCount, flops }) => [
    id,
    types.get(id) ?? '',
    named(parameters),
    named(values),
    parameterCount === undefined ? '?' : formatNumber(parameterCount),
    formatNumber(flops),
  ]);
  const total = shapes.parameterCount === undefined ? '?' : formatNumber(shapes.parameterCount);
  const lines = [
    ['layer', 'type', 'parameters', 'values', 'count', 'FLOPs'],
    ['---', '---', '---', '---', '--:', '--:'],
    ...rows,
    ['**total**', '', '', '', `**${total}**`, `**${formatNumber(shapes.flops)}**`],
  ];
  return `${lines.map(cells => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n')}\n`;
}

const named = (arrays: readonly ValueShape[]) =>
  arrays.map(({ name, dims }) => `${name} ${formatNamedShape(dims)}`).join('<br>');

const escapeCell = (text: string) => text.replaceAll('|', '\\|');
