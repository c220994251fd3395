import * as z from 'zod';
import { initializerField, initializerOf } from '../initializers';
import type { Floats } from '../kernels/kernels';
import { elementCount, type NamedDim, sizesOf } from '../shape';
import { defineLayer } from './layer';
import { seriesOf } from './window/picture';

/**
 * A⟨t⟩ = A_prev⟨t⟩ + P⟨t⟩, so that a layer that weighs steps by what they hold can tell where they stand. P (T, n), a step a row, is
 * learnt, as in GPT-2, or made of sines and cosines (Vaswani et al., 2017): P⟨t⟩ for t = 0 … T − 1 holds sin(t/10000^(2i/n)) at 2i and
 * the cosine of the same at 2i + 1.
 */
export const position = defineLayer({
  type: 'position',
  title: 'Position',
  summary: 'Adds to each step of a series what tells its place: learnt, or sines and cosines.',
  icon: 'list-ordered',
  formulas: [
    'A⟨t⟩ = A_prev⟨t⟩ + P⟨t⟩',
    'of sines, for t from 0 on: P⟨t⟩ at 2i = sin(t/10000^(2i/n)), at 2i + 1 = cos(t/10000^(2i/n))',
  ],
  kind: 'normalises',
  sign: '+t',
  inputs: ['A_prev'],
  takesSteps: true,
  fields: {
    kind: z
      .enum(['learned', 'sinusoidal'])
      .default('learned')
      .meta({
        title: 'Kind',
        description: 'Where P comes from.',
        enumDescriptions: [
          'P is learnt: a vector for each step.',
          'P is made of sines and cosines of ever longer waves; nothing is learnt.',
        ],
      }),
    initializer: initializerField.default({ type: 'normal', scale: 0.02 }).meta({
      title: 'Initializer',
      description: 'How P starts, where it is learnt.',
    }),
  },
  initial: {},
  examples: [
    { title: 'learnt', fields: {}, inputs: [[4, 3]], output: [4, 3], parameterCount: 12 },
    {
      title: 'of sines, an odd number of values',
      fields: { kind: 'sinusoidal' },
      inputs: [[5, 3]],
      output: [5, 3],
      parameterCount: 0,
    },
  ],

  shapes({ fields: { kind }, inputs: [input], symbols, problem }) {
    const series = seriesOf(input, 'A position layer', problem);
    const steps: NamedDim = series?.[0] ?? { symbol: 'T', size: 'T' };
    const values: NamedDim = series?.[1] ?? { symbol: symbols.n, size: symbols.n };
    const output = [steps, values];
    return {
      output,
      parameters:
        kind === 'learned' ? [{ name: 'P', dims: output, fan: { in: steps.size, out: values.size } }] : [],
      flops: elementCount(sizesOf(output)) ?? 0,
    };
  },

  initializer: ({ initializer }, parameter) => (parameter === 'P' ? initializerOf(initializer) : undefined),

  stepwise:
    ({ kind }) =>
    ({ inputs: [input], output, parameter, forward }, { at, most, kept }) => {
      const n = output.shape[1]!;
      const P = kind === 'learned' ? parameter('P').value : kept('P', most, n);
      if (kind !== 'learned') writeWaves(P.data, most, n);
      forward({ call: 'addStep', args: [input!.A, P, at, output.A], reads: 'A⟨t⟩ = A_prev⟨t⟩ + P⟨t⟩' });
    },

  plan({ fields: { kind }, inputs: [input], output, parameter, numbers, forward, backward, gradients }) {
    const [T = 1, n = 1] = output.shape;
    const learnt = kind === 'learned' ? parameter('P') : undefined;
    const P = learnt?.value ?? numbers(T, n);
    if (!learnt) writeWaves(P.data, T, n);
    forward({ call: 'addBias', args: [input!.A, P, output.A], reads: 'A⟨t⟩ = A_prev⟨t⟩ + P⟨t⟩' });
    if (!output.dA) return;
    if (learnt) {
      gradients({
        call: 'sumExamples',
        args: [output.dA, learnt.gradient, true],
        reads: 'dP⟨t⟩ = Σ dA⟨t⟩',
      });
    }
    if (input!.dA)
      backward({ call: 'accumulate', args: [output.dA, input!.dA, true], reads: 'dA_prev += dA' });
  },
});

function writeWaves(P: Floats, T: number, n: number): void {
  for (let t = 0; t < T; t++) {
    for (let j = 0; j < n; j++) {
      const angle = t / 10_000 ** ((j - (j % 2)) / n);
      P[t * n + j] = j % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }
  }
}
