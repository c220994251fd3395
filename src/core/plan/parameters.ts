import type { Kernels } from '../kernels/kernels';
import type { PlannedParameter } from '../layers/layer';
import type { Network, ShapeReport } from '../network/network';
import type { Random } from '../random';
import { definitionOf } from './definitionOf';
import { layersOnPath } from './path';

/** A parameter with its gradient, by its numbered name: W1. */
export interface Parameter extends PlannedParameter {
  readonly name: string;
  /** Its name within the layer: W. */
  readonly unnumbered: string;
  readonly layer: string;
  /** Sets it to what it starts with, drawing from `random`. */
  initialize(random: Random): void;
}

/** Places the parameters of all layers between input and output, in the order in which they are drawn. All zero. */
export function placeParameters(network: Network, shapes: ShapeReport, kernels: Kernels): Parameter[] {
  return layersOnPath(network, shapes).flatMap(node => {
    const report = shapes.layers.get(node.id)!;
    const definition = definitionOf(node);
    return report.parameters.map(({ name, dims: [{ size: rows }, { size: columns }] }): Parameter => {
      if (typeof rows !== 'number' || typeof columns !== 'number') {
        throw new Error(`The shape of ${name} in layer ${node.id} isn't known.`);
      }
      const unnumbered = name.slice(0, name.length - String(report.number ?? '').length);
      const place = () => ({ rows, columns, data: kernels.allocate(rows * columns) });
      const value = place();
      const start = definition.initializer?.(node.fields!, unnumbered);
      return {
        name,
        unnumbered,
        layer: node.id,
        value,
        gradient: place(),
        initialize(random) {
          if (start) start.initializer.fill(start.fields, value.data, rows, columns, random);
          else value.data.fill(0);
        },
      };
    });
  });
}
