import * as z from 'zod';
import { activationOf } from '../../../src/core/activations';
import { initializerField, initializerOf } from '../../../src/core/initializers';
import { defineLayer } from '../../../src/core/layers/layer';

/**
 * A layer of tests: one window as large as the picture (f, f, n_C_prev), so that a convolution is one product. Its W is
 * seen as (f, f, n_C_prev, n_C) and lies in memory as a matrix (n_C, f·f·n_C_prev), its b is (n_C,), and it keeps a state.
 */
export const window = defineLayer({
  type: 'window',
  title: 'Window',
  summary: 'A filter as large as the picture.',
  icon: 'symbol-misc',
  formulas: ['Z = W·A_prev + b'],
  kind: 'weights',
  inputs: ['A_prev'],
  fields: { filters: z.int(), initializer: initializerField.default({ type: 'he' }) },
  initial: { filters: 2 },
  examples: [],

  shapes({ fields: { filters }, inputs: [input] }) {
    const sizes = input!.map(({ size }) => Number(size));
    const dims = sizes.map((size, i) => ({ symbol: ['f', 'f', 'n_C_prev'][i]!, size }));
    const out = { symbol: 'n_C', size: filters };
    const n = sizes.reduce((product, size) => product * size, 1);
    return {
      output: [out],
      parameters: [
        {
          name: 'W',
          dims: [...dims, out],
          axes: [3, 0, 1, 2],
          fan: { in: n, out: n * filters },
          decays: true,
        },
        { name: 'b', dims: [out] },
      ],
      state: [{ name: 'last', dims: [out], start: 1 }],
      flops: 2 * n * filters,
    };
  },

  initializer: (fields, parameter) => (parameter === 'W' ? initializerOf(fields.initializer) : undefined),

  plan({ fields, inputs: [input], parameter, state, batch, forward, learning, backward, activation }) {
    const X = input!;
    const [W, b] = [parameter('W'), parameter('b')];
    const [Z, dZ] = [batch(fields.filters), batch(fields.filters)];
    forward({ call: 'affine', args: [W.value, b.value, X.A, Z], reads: 'Z = W·A_prev + b' });
    learning({ call: 'sumExamples', args: [Z, state('last'), false], reads: 'last = Σ Z' });
    activation(activationOf('tanh'), Z, dZ);
    backward({
      call: 'affineGradient',
      args: [dZ, X.A, W.gradient, b.gradient, true],
      reads: 'dW = dZ·A_prevᵀ, db = Σ dZ',
    });
    if (X.dA)
      backward({ call: 'affineInputGradient', args: [W.value, dZ, X.dA, true], reads: 'dA_prev = Wᵀ·dZ' });
  },
});
