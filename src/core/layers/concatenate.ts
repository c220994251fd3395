import { formatShape, sizesOf } from '../shape';
import { defineLayer } from './layer';

/** A = [A_1; A_2; …], the vectors of several layers one below the other: (n_1 + n_2, m). */
export const concatenate = defineLayer({
  type: 'concatenate',
  title: 'Concatenate',
  summary: 'Puts the vectors of several layers one below the other.',
  icon: 'combine',
  formulas: ['A = [A_1; A_2; …]', 'dA_i = rows of dA'],
  kind: 'joins',
  sign: '‖',
  inputs: 'many',
  fields: {},
  initial: {},
  examples: [
    { title: 'two branches', fields: {}, inputs: [[2], [3]], output: [5], parameterCount: 0 },
    { title: 'three branches', fields: {}, inputs: [[1], [4], [2]], output: [7], parameterCount: 0 },
  ],

  shapes({ inputs, symbols, problem }) {
    const wide = inputs.find(input => input && input.length > 1);
    if (wide) {
      problem({
        code: 'missing-flatten',
        message: `A concatenate layer takes vectors, but a layer before gives ${formatShape(sizesOf(wide))}. Put a flatten layer between them.`,
        field: 'inputs',
      });
    }
    const unknown = { symbol: 'n', size: 'n' };
    const parts = inputs.map(input => (input?.length === 1 ? input[0]! : unknown));
    const sizes = parts.map(({ size }) => size);
    const symbol = parts.map(part => part.symbol).join(' + ') || symbols.n;
    const known = sizes.filter(size => typeof size === 'number');
    const size = known.length === sizes.length ? known.reduce((sum, n) => sum + n, 0) : sizes.join(' + ');
    return { output: [{ symbol, size }], parameters: [], flops: 0 };
  },

  gathers: true,
  plan({ inputs, output, forward, backward }) {
    forward({ call: 'clear', args: [output.A], reads: 'A = 0' });
    let from = 0;
    inputs.forEach(({ A, dA }, i) => {
      const start = from;
      forward({ call: 'accumulateRows', args: [A, output.A, start, true], reads: `rows of A += A_${i + 1}` });
      if (dA && output.dA) {
        backward({
          call: 'accumulateSlice',
          args: [output.dA, start, dA, true],
          reads: `dA_${i + 1} += rows of dA`,
        });
      }
      from += A.n;
    });
  },
});
