import type { CallDefinition } from '../call';
import { makeCircumstances } from '../circumstances';
import type { Circumstances, Matrix } from '../operands';
import { at, float } from '../slots';

/** dW += scale·W, in a gradient whose factor is still to come: scale/factor of it. */
export const addDecay: CallDefinition<[W: Matrix, dW: Matrix, scale: number, circumstances: Circumstances]> =
  {
    name: 'addDecay',
    run(W, dW, scale, circumstances) {
      const share = scale / circumstances[0]!;
      for (let k = 0; k < W.data.length; k++) dW.data[k]! += share * W.data[k]!;
    },
    slots: (W, dW, scale, circumstances) => [
      W.data.length,
      at(W),
      at(dW),
      float(scale),
      circumstances.byteOffset,
    ],
    exact: () => true,
    fits: (W, dW) => [
      [W.rows, dW.rows],
      [W.columns, dW.columns],
    ],
    cases: make =>
      [3, 70].map((rows): Parameters<typeof addDecay.run> => {
        const circumstances = makeCircumstances(make.sums);
        circumstances[0] = 0.125;
        return [make.matrix(rows, 7), make.matrix(rows, 7), 0.3, circumstances];
      }),
  };
