import type { CallDefinition } from '../call';
import { makeCircumstances } from '../circumstances';
import type { Circumstances } from '../operands';
import { float } from '../slots';

/**
 * What clipping leaves of the gradients, into `circumstances[4]`: most/‖g‖ where that is less than 1, from the squares of
 * gradients whose factor is still to come. PyTorch's `clip_grad_norm_`, with its 10⁻⁶ against a division by zero.
 */
export const clipFactor: CallDefinition<[squares: Float64Array, most: number, circumstances: Circumstances]> =
  {
    name: 'clipFactor',
    run(squares, most, circumstances) {
      const norm = Math.abs(circumstances[0]!) * Math.sqrt(squares[0]!);
      circumstances[4] = Math.min(1, most / (norm + 1e-6));
    },
    slots: (squares, most, circumstances) => [squares.byteOffset, float(most), circumstances.byteOffset],
    fits: () => [],
    cases: make =>
      [0, 0.04, 9000].map((squares): Parameters<typeof clipFactor.run> => {
        const circumstances = makeCircumstances(make.sums);
        circumstances[0] = 0.125;
        return [make.place(Float64Array.of(squares)), 0.5, circumstances];
      }),
  };
