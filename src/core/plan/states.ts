import type { Kernels, Matrix } from '../kernels/kernels';
import type { Network, ShapeReport } from '../network/network';
import { elementCount } from '../shape';
import { layersOnPath } from './path';

/** What a layer keeps from step to step besides its parameters: the running mean of a batch norm. */
export interface State {
  readonly name: string;
  readonly layer: string;
  readonly shape: readonly number[];
  /** All its numbers in one row. */
  readonly value: Matrix;
  /** Sets it to what it is before the first step. */
  initialize(): void;
}

/** Places the states of all layers between input and output, as they are before the first step. */
export function placeStates(network: Network, shapes: ShapeReport, kernels: Kernels): State[] {
  return layersOnPath(network, shapes).flatMap(({ id }) =>
    shapes.layers.get(id)!.states.map(({ name, dims, start }): State => {
      const shape = dims.map(({ size }) => size);
      const columns = elementCount(shape);
      if (columns === undefined) throw new Error(`The shape of ${name} in layer ${id} isn't known.`);
      const value = { rows: 1, columns, data: kernels.allocate(columns) };
      const state: State = {
        name,
        layer: id,
        shape: shape as readonly number[],
        value,
        initialize: () => void value.data.fill(start),
      };
      state.initialize();
      return state;
    }),
  );
}
