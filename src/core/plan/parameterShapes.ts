import type { Fan, Initializer } from '../initializers/initializer';
import { type Learning, learningOf } from '../layers/definition/learningFields';
import type { NumberedParameter } from '../layers/layer';
import type { LayerNode, Network, ShapeReport } from '../network/network';
import { definitionOf } from './definitionOf';
import { layersOnPath } from './path';
import type { SavedShape } from './savedShape';

/** A parameter whose sizes are known. */
export interface SizedParameter extends SavedShape, Learning {
  readonly name: string;
  /** The matrix that it is for kernels. */
  readonly rows: number;
  readonly columns: number;
  readonly decays: boolean;
  /** The value of all its numbers before the first step, where nothing draws it. */
  readonly fill: number;
  /** What draws it. */
  readonly start?: Start;
}

export interface Start {
  readonly initializer: Initializer;
  readonly fields: Readonly<Record<string, number>>;
  readonly fan: Fan;
}

/** The parameters of all layers between input and output, in the order in which they are drawn. Nothing is allocated. */
export function parameterShapes(network: Network, shapes: ShapeReport): SizedParameter[] {
  return layersOnPath(network, shapes).flatMap(node =>
    shapes.layers.get(node.id)!.parameters.map(parameter => sized(node, parameter)),
  );
}

function sized(node: LayerNode, { name, unnumbered, dims, axes, fan, fill = 0, decays }: NumberedParameter) {
  const known = (size: unknown): number => {
    if (typeof size !== 'number') throw new Error(`The shape of ${name} in layer ${node.id} isn't known.`);
    return size;
  };
  const shape = dims.map(({ size }) => known(size));
  const [rows = 1, ...others] = axes ? axes.map(axis => shape[axis]!) : shape;
  const start = definitionOf(node).initializer?.(node.fields!, unnumbered);
  if (start && !fan) throw new Error(`Layer ${node.type} doesn't say the fan of its ${unnumbered}.`);
  return {
    layer: node.id,
    name,
    unnumbered,
    savedAs: `${node.id}.${unnumbered}`,
    shape,
    axes,
    rows,
    columns: others.reduce((product, size) => product * size, 1),
    decays: decays === true,
    ...learningOf(node.fields),
    fill,
    start: start && { ...start, fan: { in: known(fan!.in), out: known(fan!.out) } },
  };
}
