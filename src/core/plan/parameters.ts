import type { Kernels } from '../kernels/kernels';
import type { PlannedParameter } from '../layers/layer';
import type { Network, ShapeReport } from '../network/network';
import type { Random } from '../random';
import { parameterShapes, type SizedParameter } from './parameterShapes';
import { writeSeen } from './seenValues';

/** A parameter with its gradient, in memory. */
export interface Parameter extends SizedParameter, PlannedParameter {
  /** Sets it to what it starts with, drawing from `random` in the order of its shape. */
  initialize(random: Random): void;
}

/** Places the parameters of all layers between input and output, in the order in which they are drawn. All zero. */
export function placeParameters(network: Network, shapes: ShapeReport, kernels: Kernels): Parameter[] {
  return parameterShapes(network, shapes).map((parameter): Parameter => {
    const { rows, columns, axes, start } = parameter;
    const place = () => ({ rows, columns, data: kernels.allocate(rows * columns) });
    const value = place();
    return {
      ...parameter,
      value,
      gradient: place(),
      initialize(random) {
        const drawn = axes ? value.data.slice() : value.data;
        if (start) start.initializer.fill(start.fields, drawn, start.fan, random);
        else drawn.fill(parameter.fill);
        if (axes) writeSeen(parameter, drawn, value.data);
      },
    };
  });
}
