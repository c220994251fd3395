import type { Kernels, Matrix } from '../kernels/kernels';
import type { Network, ShapeReport } from '../network/network';
import { type SizedState, stateShapes } from './stateShapes';

/** A state in memory. */
export interface State extends SizedState {
  /** All its numbers in one row. */
  readonly value: Matrix;
  /** Sets it to what it is before the first step. */
  initialize(): void;
}

/** Places the states of all layers between input and output, as they are before the first step. */
export function placeStates(network: Network, shapes: ShapeReport, kernels: Kernels): State[] {
  return stateShapes(network, shapes).map((state): State => {
    const columns = state.shape.reduce((product, size) => product * size, 1);
    const value = { rows: 1, columns, data: kernels.allocate(columns) };
    const initialize = () => void value.data.fill(state.start);
    initialize();
    return { ...state, value, initialize };
  });
}
