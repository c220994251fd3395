import type { Network, ShapeReport } from '../network/network';
import { layersOnPath } from './path';
import type { SavedShape } from './savedShape';

/** What a layer keeps from step to step besides its parameters: the running mean of a batch norm. */
export interface SizedState extends SavedShape {
  /** The value of all its numbers before the first step. */
  readonly start: number;
}

/** The states of all layers between input and output. Nothing is allocated. */
export function stateShapes(network: Network, shapes: ShapeReport): SizedState[] {
  return layersOnPath(network, shapes).flatMap(({ id }) =>
    shapes.layers.get(id)!.states.map(({ name, dims, start }): SizedState => {
      const shape = dims.map(({ size }) => {
        if (typeof size !== 'number') throw new Error(`The shape of ${name} in layer ${id} isn't known.`);
        return size;
      });
      return { layer: id, unnumbered: name, savedAs: `${id}.${name}`, shape, start };
    }),
  );
}
