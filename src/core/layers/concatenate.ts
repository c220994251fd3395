import * as z from 'zod';
import { agreeing, type Dim, formatShape, type NamedShape, sizesOf } from '../shape';
import { defineLayer } from './layer';

/**
 * A = [A_1; A_2; …]: vectors one below the other, (n_1 + n_2, m); pictures of one height and width with the channels of
 * all; or along another axis.
 */
export const concatenate = defineLayer({
  type: 'concatenate',
  title: 'Concatenate',
  summary:
    'Puts the vectors of several layers one below the other, or the channels of their pictures side by side.',
  icon: 'combine',
  formulas: ['A = [A_1; A_2; …]', 'dA_i = its part of dA'],
  kind: 'joins',
  early: 9,
  sign: '‖',
  inputs: 'many',
  fields: {
    axis: z.int().min(-3).max(2).default(-1).meta({
      title: 'Axis',
      description:
        'The axis of an example along which they follow each other, from 0, or from −1 at the end: −1 joins the channels of pictures, 0 puts one above the other.',
    }),
  },
  initial: {},
  examples: [
    { title: 'two branches', fields: {}, inputs: [[2], [3]], output: [5], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[1], [4], [2]], output: [7], parameterCount: 0 },
    {
      title: 'channels of pictures',
      fields: {},
      inputs: [
        [2, 3, 1],
        [2, 3, 2],
      ],
      output: [2, 3, 3],
      parameterCount: 0,
    },
    {
      title: 'one above the other',
      fields: { axis: 0 },
      inputs: [
        [1, 2, 2],
        [2, 2, 2],
      ],
      output: [3, 2, 2],
      parameterCount: 0,
    },
  ],

  shapes({ fields: { axis }, inputs, symbols, problem }) {
    const known = inputs.filter((input): input is NamedShape => input !== undefined);
    const [first = [{ symbol: symbols.n, size: symbols.n }]] = known;
    const at = axis < 0 ? first.length + axis : axis;
    const given = inputs.map(input => (input ? formatShape(sizesOf(input)) : 'unknown')).join(' and ');
    const others = (shape: NamedShape): Dim[] => sizesOf(shape).filter((_, i) => i !== at);
    if (!first[at]) {
      problem({
        code: 'shape-mismatch',
        message: `There is no axis ${axis} in ${formatShape(sizesOf(first))}, whose axes are ${first.length === 1 ? '0' : `0 to ${first.length - 1}`}. Use −1 for the last.`,
        field: 'axis',
        fixes: [{ title: 'Remove "axis", which takes the last', set: { field: 'axis', value: undefined } }],
      });
      return { output: first, parameters: [], flops: 0 };
    }
    if (known.some(input => input.length !== first.length)) {
      problem({
        code: 'missing-flatten',
        message: `A concatenate layer takes vectors, or pictures alone, but these are ${given}. Put a flatten layer behind the pictures.`,
        field: 'inputs',
      });
    } else if (known.some(input => !agreeing(others(input), others(first)))) {
      problem({
        code: 'shape-mismatch',
        message: `Only their sizes along axis ${at} may differ where layers are concatenated, but these are ${given}. Give the layers before it the same other sizes, or flatten them.`,
        field: 'inputs',
      });
    }
    const unknown = { symbol: 'n', size: 'n' };
    const parts = inputs.map(input => (input?.length === first.length ? input[at]! : unknown));
    const symbol = parts.map(part => part.symbol).join(' + ') || symbols.n;
    const numbers = parts.map(({ size }) => size).filter(size => typeof size === 'number');
    const size =
      numbers.length === parts.length
        ? numbers.reduce((sum, n) => sum + n, 0)
        : parts.map(part => part.size).join(' + ');
    return { output: first.with(at, { symbol, size }), parameters: [], flops: 0 };
  },

  gathers: true,
  plan({ fields: { axis }, inputs, output, rows, forward, backward }) {
    const at = axis < 0 ? output.shape.length + axis : axis;
    // what lies within an index of the axes before is contiguous: a row
    const run = (shape: readonly number[]) => shape.slice(at).reduce((product, size) => product * size, 1);
    const A = rows(output.A, run(output.shape));
    const dA = output.dA && rows(output.dA, run(output.shape));
    forward({ call: 'clear', args: [output.A], reads: 'A = 0' });
    let from = 0;
    inputs.forEach((input, i) => {
      const start = from;
      const n = run(input.shape);
      forward({
        call: 'accumulateRows',
        args: [rows(input.A, n), A, start, true],
        reads: `part of A += A_${i + 1}`,
      });
      if (input.dA && dA) {
        backward({
          call: 'accumulateSlice',
          args: [dA, start, rows(input.dA, n), true],
          reads: `dA_${i + 1} += part of dA`,
        });
      }
      from += n;
    });
  },
});
