import { formatNamedShape, type NamedDim } from '../shape';
import type { LayerReport, Network, ShapeReport } from './network';

/** The shapes of a layer, a line each: `W1 (n_h, n_x) = (4, 2)`, `Z1, A1 (n_h, m) = (4, 400)`. */
export function describeShapes(report: LayerReport): string[] {
  const shapes = [...report.parameters, ...sharedShapes(report)];
  return [...shapes.map(({ name, dims }) => `${name} ${formatNamedShape(dims)}`), ...workedLines(report)];
}

/** How the sizes come about that aren't given: `n_H = 28 + 2·1 = 30`; sides that come about alike share a line. */
export function workedLines(report: LayerReport): string[] {
  return sharedWork(report).map(({ names, how, size }) => `${names} = ${how} = ${size}`);
}

/** The same in parts: `n_H1 = n_W1`, `28 + 2·1`, 30. */
export function sharedWork({ worked }: LayerReport): { names: string; how: string; size: number }[] {
  const groups = new Map<string, { symbols: string[]; how: string; size: number }>();
  for (const { symbol, how, size } of worked) {
    const group = groups.get(how);
    if (group) group.symbols.push(symbol);
    else groups.set(how, { symbols: [symbol], how, size });
  }
  return [...groups.values()].map(({ symbols, how, size }) => ({ names: symbols.join(' = '), how, size }));
}

/** A layer in one paragraph for a hover: shapes, then parameters, operations and memory. */
export function describeLayer(report: LayerReport): string[] {
  return [
    ...describeShapes(report),
    ...(report.parameterCount === 0
      ? []
      : [
          `${formatCount(report.parameterCount)} ${report.parameterCount === 1 ? 'parameter' : 'parameters'}`,
        ]),
    ...(report.flops > 0 ? [`${formatFlops(report.flops)} an example`] : []),
  ];
}

/** A row of the table of shapes. Every cell is text as it is shown. */
export interface ShapeRow {
  readonly id: string;
  readonly type: string;
  readonly parameters: string;
  readonly values: string;
  readonly parameterCount: string;
  readonly flops: string;
  readonly memory: string;
}

export const shapeColumns: readonly {
  readonly key: keyof ShapeRow;
  readonly title: string;
  readonly numeric: boolean;
}[] = [
  { key: 'id', title: 'Layer', numeric: false },
  { key: 'type', title: 'Type', numeric: false },
  { key: 'parameters', title: 'Parameters', numeric: false },
  { key: 'values', title: 'Values', numeric: false },
  { key: 'parameterCount', title: 'Count', numeric: true },
  { key: 'flops', title: 'FLOPs', numeric: true },
  { key: 'memory', title: 'Memory', numeric: true },
];

/** The table of shapes in the order of the list, and its totals. */
export function shapeTable(
  network: Network,
  shapes: ShapeReport,
): { readonly rows: readonly ShapeRow[]; readonly total: ShapeRow } {
  const rows = network.layers.flatMap(({ id, type }) => {
    const report = shapes.layers.get(id);
    if (!report) return [];
    return [
      {
        id,
        type,
        parameters: report.parameters.map(({ name, dims }) => `${name} ${formatNamedShape(dims)}`).join('; '),
        values: [
          ...sharedShapes(report).map(({ name, dims }) => `${name} ${formatNamedShape(dims)}`),
          ...workedLines(report),
        ].join('; '),
        ...shapeFigures(report),
      },
    ];
  });
  return { rows, total: { id: 'total', type: '', parameters: '', values: '', ...shapeFigures(shapes) } };
}

/** The table as lines of aligned text, as a terminal and a plain document show it. */
export function shapeLines(network: Network, shapes: ShapeReport): string[] {
  const { rows, total } = shapeTable(network, shapes);
  const cells = [
    Object.fromEntries(shapeColumns.map(({ key, title }) => [key, title])),
    ...rows,
    total,
  ] as ShapeRow[];
  const widths = shapeColumns.map(({ key }) => Math.max(...cells.map(row => row[key].length)));
  const trainable = trainableText(shapes);
  const lines = cells.map(row =>
    shapeColumns
      .map(({ key, numeric }, i) => (numeric ? row[key].padStart(widths[i]!) : row[key].padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const { parameterCount } = shapeFigures(shapes);
  return trainable ? [...lines, `${parameterCount} parameters, ${trainable}.`] : lines;
}

/** The same as a Markdown table. */
export function shapeMarkdown(network: Network, shapes: ShapeReport): string {
  const { rows, total } = shapeTable(network, shapes);
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(shapeColumns.map(({ title }) => title)),
    line(shapeColumns.map(({ numeric }) => (numeric ? '---:' : '---'))),
    ...[...rows, total].map(row => line(shapeColumns.map(({ key }) => row[key]))),
  ].join('\n');
}

type Sizes = Pick<ShapeReport, 'parameterCount' | 'flops' | 'bytes'>;

/**
 * The figures of a layer or of the whole network, as they are shown: memory is that of the parameters and one example.
 * Where a size isn't known all of them are `?`, since what was summed up is only of the rest.
 */
export function shapeFigures({ parameterCount, flops, bytes }: Sizes) {
  if (parameterCount === undefined) return { parameterCount: '?', flops: '?', memory: '?' };
  return {
    parameterCount: formatCount(parameterCount),
    flops: formatCount(flops),
    memory: formatBytes(bytes.parameters + bytes.activations),
  };
}

/** `33 of them trainable`, where frozen layers leave some that aren't. */
export function trainableText({ parameterCount, trainableCount }: ShapeReport): string | undefined {
  if (trainableCount === undefined || trainableCount === parameterCount) return undefined;
  return `${formatCount(trainableCount)} of them trainable`;
}

/** `232 B: 136 B of parameters, 96 B an example`. */
export function describeMemory(sizes: Sizes): string {
  const { memory } = shapeFigures(sizes);
  if (memory === '?') return memory;
  const { parameters, activations } = sizes.bytes;
  return `${memory}: ${formatBytes(parameters)} of parameters, ${formatBytes(activations)} an example`;
}

/** `12,288`; `?` where it isn't known. */
export function formatCount(count: number | undefined): string {
  return count === undefined ? '?' : count.toLocaleString('en-US');
}

/** Floating-point operations: `33 FLOPs`, `1.2 MFLOPs`. */
export function formatFlops(flops: number): string {
  return `${scaled(flops, 1000, ['', 'k', 'M', 'G', 'T'])}FLOPs`;
}

const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti'];

/** `132 B`, `48 KiB`. */
export function formatBytes(bytes: number): string {
  return `${scaled(bytes, 1024, binary)}B`;
}

/** Bytes that are more than a limit, with as many digits as show it beside `formatBytes(limit)`: `4.02 GiB`. */
export function bytesBeyond(bytes: number, limit: number): string {
  for (const digits of [undefined, 2, 3, 6, 12]) {
    const text = `${scaled(bytes, 1024, binary, digits)}B`;
    if (text !== formatBytes(limit)) return text;
  }
  return `${formatCount(bytes)} B`;
}

/** Z1 and A1 have one shape: `Z1, A1`. */
function sharedShapes({ values }: LayerReport): { name: string; dims: readonly NamedDim[] }[] {
  const groups = new Map<string, { names: string[]; dims: readonly NamedDim[] }>();
  for (const { name, dims } of values) {
    const key = formatNamedShape(dims);
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { names: [name], dims });
  }
  return [...groups.values()].map(({ names, dims }) => ({ name: names.join(', '), dims }));
}

function scaled(value: number, base: number, units: readonly string[], digits?: number): string {
  let step = 0;
  while (value >= base && step < units.length - 1) {
    value /= base;
    step++;
  }
  const most = digits ?? (value < 10 && step > 0 ? 1 : 0);
  return `${value.toLocaleString('en-US', { maximumFractionDigits: most })} ${units[step]}`;
}
