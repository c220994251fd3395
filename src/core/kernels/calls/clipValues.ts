import type { CallDefinition } from '../call';
import { makeCircumstances } from '../circumstances';
import type { Floats } from '../floats';
import type { Circumstances } from '../operands';
import { float } from '../slots';

/** Each number of a gradient whose factor is still to come is brought between −most and most. NaN stays NaN. */
export const clipValues: CallDefinition<[gradient: Floats, most: number, circumstances: Circumstances]> = {
  name: 'clipValues',
  run(gradient, most, circumstances) {
    const bound = Math.abs(most / circumstances[0]!);
    for (let k = 0; k < gradient.length; k++) {
      gradient[k] = Math.max(-bound, Math.min(bound, gradient[k]!));
    }
  },
  slots: (gradient, most, circumstances) => [
    gradient.length,
    gradient.byteOffset,
    float(most),
    circumstances.byteOffset,
  ],
  exact: () => true,
  fits: () => [],
  cases: make =>
    [21, 200].map((length): Parameters<typeof clipValues.run> => {
      const circumstances = makeCircumstances(make.sums);
      circumstances[0] = 0.125;
      return [make.matrix(length, 1).data, 0.05, circumstances];
    }),
};
