import type { Optimizer, OptimizerSlots } from '../../optimizers/optimizer';
import type { CallDefinition } from '../call';
import { makeCircumstances, rateIn, setRates } from '../circumstances';
import type { Floats } from '../floats';
import type { Circumstances } from '../operands';
import { float } from '../slots';
import { optimizerCodes } from '../wasm/codes';
import { isExactOptimizer } from '../wasm/exact';

/** One step of the optimizer over one parameter. */
export const update: CallDefinition<
  [
    optimizer: Optimizer,
    fields: Readonly<Record<string, number>>,
    parameter: Floats,
    gradient: Floats,
    slots: OptimizerSlots,
    at: Circumstances,
  ]
> = {
  name: 'update',
  run(optimizer, fields, parameter, gradient, slots, at) {
    const steps = at[1];
    const factor = at[0]! * at[4]!;
    for (let k = 0; k < gradient.length; k++) gradient[k]! *= factor;
    const learningRate = fields.learningRate! * rateIn(at);
    optimizer.update({ ...fields, learningRate }, parameter, gradient, slots, steps! + 1);
    for (const values of [parameter, ...slots]) {
      // 0 · x is 0 for every finite x and NaN for the others: one sum instead of a branch a value
      let check = 0;
      for (let k = 0; k < values.length; k++) check += 0 * values[k]!;
      if (check !== 0) at[2] = Number.NaN;
    }
  },
  slots(optimizer, fields, parameter, gradient, slots, at) {
    const code = optimizerCodes[optimizer.type];
    if (code === undefined) return undefined;
    return [
      code,
      parameter.byteOffset,
      gradient.byteOffset,
      parameter.length,
      slots.length,
      slots[0]?.byteOffset ?? 0,
      slots[1]?.byteOffset ?? 0,
      at.byteOffset,
      ...Object.keys(optimizer.fields).map(name => float(fields[name]!)),
    ];
  },
  exact: isExactOptimizer,
  fits: (_optimizer, _fields, parameter, gradient, slots) => [
    [parameter.length, gradient.length, ...slots.map(({ length }) => length)],
  ],
  spoils: (_optimizer, _fields, _parameter, gradient) => [gradient],
  cases: make =>
    make.optimizers.flatMap(({ optimizer, fields }) =>
      [0, 1, 40].map((steps): Parameters<typeof update.run> => {
        const at = makeCircumstances(make.sums);
        at.set([0.5, steps, 0]);
        at[4] = steps === 1 ? 0.25 : 1;
        setRates(at, steps - (steps % 7), 7, step => 1 / (1 + (step % 3)));
        const numbers = () => make.matrix(3, 7).data;
        // averages of squares are never negative
        const slots = optimizer.slots.map(() => numbers().map(x => x * x));
        return [optimizer, fields, numbers(), numbers(), slots.map(slot => make.place(slot)), at];
      }),
    ),
};
