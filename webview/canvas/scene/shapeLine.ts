import { sharedWork } from '../../../src/core/network/describe';
import type { LayerReport } from '../../../src/core/network/network';
import { formatShape, type NamedDim } from '../../../src/core/shape';

/** A line of a layer's card: `W1 (n_h, n_x) = (4, 2)`, in the parts that are set in different type. */
export interface ShapeLine {
  readonly name: string;
  readonly symbols: string;
  /** Undefined where the sizes say no more than the symbols. */
  readonly sizes: string | undefined;
}

export function shapeLine(name: string, dims: readonly NamedDim[]): ShapeLine {
  const symbols = formatShape(dims.map(dim => dim.symbol));
  const sizes = formatShape(dims.map(dim => dim.size));
  return { name, symbols, sizes: sizes === symbols ? undefined : sizes };
}

/** Parameters first, then values, and how their sizes come about; values of one shape, such as Z1 and A1, share a line. */
export function shapeLines(report: LayerReport): ShapeLine[] {
  const { parameters, values } = report;
  const lines = parameters.map(({ name, dims }) => shapeLine(name, dims));
  let last: ShapeLine | undefined;
  for (const { name, dims } of values) {
    const line = shapeLine(name, dims);
    if (last && last.symbols === line.symbols && last.sizes === line.sizes) {
      lines.pop();
      last = { ...last, name: `${last.name}, ${name}` };
    } else last = line;
    lines.push(last);
  }
  const worked = sharedWork(report).map(({ names, how, size }) => ({
    name: names,
    symbols: `= ${how}`,
    sizes: String(size),
  }));
  return [...lines, ...worked];
}

/** As it is read and copied: `W1 (n_h, n_x) = (4, 2)`. */
export function lineText({ name, symbols, sizes }: ShapeLine): string {
  return sizes === undefined ? `${name} ${symbols}` : `${name} ${symbols} = ${sizes}`;
}

/** More characters than this, and the sizes go below the symbols: a wide card takes room from the network. */
const LONGEST = 27;

/** The rows that a line takes on a card, as seen: without the underscores of the subscripts. */
export function lineRows(line: ShapeLine): string[] {
  const text = lineText(line).replaceAll('_', '');
  if (text.length <= LONGEST || line.sizes === undefined) return [text];
  return [`${line.name} ${line.symbols}`.replaceAll('_', ''), `  = ${line.sizes}`];
}
