import type { Cell } from '../../kernels/calls/recurStep';
import type { Stepwise } from '../layer';
import type { RecurrentFields } from './fields';
import type { RecurrentParts } from './recurrentShapes';

/** The same as `planDirections` of one that goes forwards and gives all steps, of the steps that come: a⟨t⟩ and c⟨t⟩ are kept. */
export function recurrentSteps<F extends RecurrentFields>(
  cell: Cell,
  { gates, recurrentBias = false }: RecurrentParts,
): Stepwise<F> {
  return ({ units, returnSequences, bidirectional, backwards, bias }) =>
    !returnSequences || bidirectional || backwards
      ? undefined
      : ({ inputs: [input], output, parameter, batch, rows, numbers, forward }, { at, kept }) => {
          const [steps = 1, n = 1] = input!.shape;
          const Z = batch(steps * gates * units);
          forward({
            call: 'affine',
            args: [
              parameter('Wax').value,
              bias ? parameter('ba').value : undefined,
              rows(input!.A, n),
              rows(Z, gates * units),
            ],
            reads: 'z⟨t⟩ = Wax·x⟨t⟩ + ba, of the steps that come',
          });
          forward({
            call: 'recurStep',
            args: [
              cell,
              parameter('Waa').value,
              bias && recurrentBias ? parameter('baa').value : undefined,
              Z,
              at,
              kept('a and c', 2, units),
              numbers(gates, units),
              output.A,
            ],
            reads: 'a⟨t⟩ from a⟨t−1⟩ as it was kept',
          });
        };
}
