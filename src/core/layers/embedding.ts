import * as z from 'zod';
import { initializerField, initializerOf } from '../initializers';
import { formatSides, isUnsized } from './definition/pictures';
import { defineLayer } from './layer';

/**
 * A⟨t⟩ = the row of E that x⟨t⟩ names: E (vocabulary, size), X (T) or (T, 1) of whole numbers from 0 on, A (T, size). It is the
 * product of E with x⟨t⟩ as one-hot, without the zeros: so backward adds dA⟨t⟩ to that row, and to the indices goes nothing.
 *
 * The course calls it E as well, and writes it (size, vocabulary), with a word a column, since its vectors are columns.
 * Series lie (T, n) here, a step a row, and so does a word in E; PyTorch and Keras hold it so too.
 */
export const embedding = defineLayer({
  type: 'embedding',
  title: 'Embedding',
  summary: 'Gives each token, a letter or a word, a vector of its own, which is learnt.',
  icon: 'symbol-key',
  formulas: ['A⟨t⟩ = E[x⟨t⟩]', 'the same as o⟨t⟩ᵀ·E, with o⟨t⟩ the one-hot vector of x⟨t⟩'],
  kind: 'weights',
  stepwise: 'alone',
  inputs: ['X'],
  takesSteps: true,
  fields: {
    vocabulary: z.int().min(1).max(1_000_000).meta({
      title: 'Vocabulary',
      description: 'How many different tokens there are: the indices go from 0 to one less.',
    }),
    size: z
      .int()
      .min(1)
      .max(100_000)
      .meta({ title: 'Size', description: 'n: how many values the vector of a token has.' }),
    initializer: initializerField.default({ type: 'normal', scale: 0.1 }).meta({
      title: 'Initializer',
      description: 'How E starts.',
    }),
  },
  initial: { vocabulary: 100, size: 16 },
  examples: [
    {
      title: 'ten letters of an alphabet of 27',
      fields: { vocabulary: 27, size: 8 },
      inputs: [[10]],
      output: [10, 8],
      parameterCount: 216,
    },
    {
      title: 'a column of token indices',
      fields: { vocabulary: 5, size: 3 },
      inputs: [[4, 1]],
      output: [4, 3],
      parameterCount: 15,
    },
  ],

  shapes({ fields: { vocabulary, size }, inputs: [input], symbols, problem }) {
    const known = input && !isUnsized(input) ? input : undefined;
    const [steps, each] = known ?? [];
    if (known && (known.length > 2 || (each && each.size !== 1))) {
      problem({
        code: 'not-tokens',
        message: `An embedding takes one token index a step, (T) or (T, 1), but the layer before gives ${formatSides(known)}. Put it behind the input.`,
        field: 'inputs',
      });
    }
    const values = { symbol: symbols.n, size };
    const T = /^T/.test(steps?.symbol ?? '') ? steps!.symbol : 'T';
    const output = [{ symbol: T, size: steps?.size ?? T }, values];
    return {
      output,
      parameters: [
        {
          name: 'E',
          dims: [{ symbol: String(vocabulary), size: vocabulary }, values],
          fan: { in: vocabulary, out: size },
          decays: true,
        },
      ],
      flops: 0,
    };
  },

  vocabulary: ({ vocabulary }) => vocabulary,

  initializer: ({ initializer }, parameter) => (parameter === 'E' ? initializerOf(initializer) : undefined),

  plan({ fields: { size }, inputs: [input], output, parameter, rows, forward, gradients }) {
    const E = parameter('E');
    const X = rows(input!.A, 1);
    forward({ call: 'embed', args: [X, E.value, rows(output.A, size)], reads: 'A⟨t⟩ = E[x⟨t⟩]' });
    if (output.dA) {
      gradients({
        call: 'embedGradient',
        args: [X, rows(output.dA, size), E.gradient, true],
        reads: 'dE[x⟨t⟩] += dA⟨t⟩',
      });
    }
  },
});
