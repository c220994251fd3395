import type { Kernels } from '../kernels/kernels';
import type { PlannedParameter } from '../layers/layer';
import type { Network, ShapeReport } from '../network/network';
import type { Random } from '../random';
import type { Work } from '../work';
import { parameterShapes, type SizedParameter } from './parameterShapes';
import { writeSeen } from './seenValues';

/** Values that are drawn in some milliseconds. */
const drawnAtOnce = 100_000;

/** A parameter with its gradient, in memory. */
export interface Parameter extends SizedParameter, PlannedParameter {
  /** Sets it to what it starts with, drawing from `random` in the order of its shape, some values at a time. */
  initialize(random: Random): Work<void>;
}

/** Places the parameters of all layers between input and output, in the order in which they are drawn. All zero. */
export function placeParameters(network: Network, shapes: ShapeReport, kernels: Kernels): Parameter[] {
  return parameterShapes(network, shapes).map((parameter): Parameter => {
    const { rows, columns, axes, start } = parameter;
    const place = (count: number) => ({ rows, columns, data: kernels.allocate(count) });
    const value = place(rows * columns);
    return {
      ...parameter,
      value,
      gradient: place(parameter.frozen ? 0 : rows * columns),
      *initialize(random) {
        const drawn = axes ? value.data.slice() : value.data;
        if (!start) drawn.fill(parameter.fill);
        else
          for (let from = 0; from < drawn.length; from += drawnAtOnce) {
            if (from > 0) yield;
            const piece = drawn.subarray(from, from + drawnAtOnce);
            start.initializer.fill(start.fields, piece, start.fan, random);
          }
        if (axes) writeSeen(parameter, drawn, value.data);
      },
    };
  });
}
