import * as z from 'zod';
import { defineLayer } from './layer';
import { epsilon } from './normalises/epsilon';
import { scaleAndShift } from './normalises/scaleAndShift';

/** What is said of a momentum of 1. */
const atOne = { because: 'at 1 the averages stay what they were before the first step', instead: 0.9 };

/**
 * A = γ·(A_prev − μ)/√(σ² + ε) + β, with μ and σ² of each value over the batch, of pictures of each channel over the batch and all
 * pixels (Ioffe and Szegedy, 2015). In prediction μ and σ² are running averages: of each step
 * μ := momentum·μ + (1 − momentum)·μ_batch, as in Keras and ONNX; PyTorch calls 1 − momentum by that name.
 */
export const batchNorm = defineLayer({
  type: 'batch-norm',
  title: 'Batch norm',
  summary:
    'Brings each value to mean 0 and deviation 1 over the batch, then scales and shifts it by what it learns.',
  icon: 'symbol-ruler',
  formulas: [
    'Z_norm = (A_prev − μ)/√(σ² + ε)',
    'A = γ·Z_norm + β',
    'μ and σ²: of the batch; running averages in prediction',
  ],
  kind: 'normalises',
  early: 6,
  sign: 'μσ',
  inputs: ['A_prev'],
  fields: {
    momentum: z.number().min(0).lt(1).meta({ beyond: atOne }).default(0.9).meta({
      title: 'Momentum',
      description:
        'The weight of the past in the running averages: 0.9 keeps nine tenths in each step. Keras says the same (0.99 there); PyTorch says 1 − this (0.1 there).',
    }),
    epsilon,
  },
  newId: 'norm',
  initial: {},
  examples: [
    { title: 'of a hidden layer', fields: {}, inputs: [[5]], output: [5], parameterCount: 10 },
    {
      title: 'of the channels of pictures',
      fields: { momentum: 0.99, epsilon: 0.001 },
      inputs: [[4, 3, 6]],
      output: [4, 3, 6],
      parameterCount: 12,
    },
  ],

  shapes({ inputs: [input], symbols }) {
    const output = input ?? [{ symbol: symbols.n, size: symbols.n }];
    const { parameters, dims, flops } = scaleAndShift(output, 6);
    return {
      output,
      parameters,
      state: [
        { name: 'mean', dims, start: 0 },
        { name: 'variance', dims, start: 1 },
      ],
      flops,
    };
  },

  wholeBatch: true,

  plan({
    fields,
    inputs: [input],
    output,
    parameter,
    state,
    numbers,
    rows,
    learning,
    using,
    backward,
    gradients,
    frozen,
    after,
  }) {
    const given = input!;
    const n = output.shape.at(-1)!;
    const [X, A] = [rows(given.A, n), rows(output.A, n)];
    const [gamma, beta] = [parameter('gamma'), parameter('beta')];
    const [mean, variance, sums] = [numbers(1, n), numbers(1, n), numbers(2, n)];
    const [keptMean, keptVariance] = [state('mean'), state('variance')];
    const { epsilon, momentum } = fields;
    learning({ call: 'moments', args: [X, mean, variance], reads: 'μ, σ² = those of the batch' });
    learning({
      call: 'normalise',
      args: [X, mean, variance, epsilon, gamma.value, beta.value, A],
      reads: 'A = γ·(A_prev − μ)/√(σ² + ε) + β',
    });
    using({
      call: 'normalise',
      args: [X, keptMean, keptVariance, epsilon, gamma.value, beta.value, A],
      reads: 'A = γ·(A_prev − μ)/√(σ² + ε) + β',
    });
    after({
      call: 'runningAverage',
      args: [momentum, mean, keptMean],
      reads: 'running μ := momentum·μ + (1 − momentum)·μ of the batch',
    });
    after({
      call: 'runningAverage',
      args: [momentum, variance, keptVariance],
      reads: 'running σ² := momentum·σ² + (1 − momentum)·σ² of the batch',
    });
    if (!output.dA) return;
    const dA = rows(output.dA, n);
    gradients({
      call: 'normaliseGradient',
      args: [dA, X, mean, variance, epsilon, sums, gamma.gradient, beta.gradient, true],
      reads: 'dγ = Σ dA·Z_norm, dβ = Σ dA',
    });
    if (given.dA) {
      // averages that stand still depend on no example: what goes back through μ and σ² of a batch, the sums, stays 0
      const [μ, σ2] = frozen ? [keptMean, keptVariance] : [mean, variance];
      backward({
        call: 'normaliseInputGradient',
        args: [dA, X, μ, σ2, epsilon, gamma.value, sums, rows(given.dA, n), true],
        reads: frozen
          ? 'dA_prev = γ/√(σ² + ε)·dA'
          : 'dA_prev = γ/√(σ² + ε)·(dA − mean of dA − Z_norm·mean of dA·Z_norm)',
      });
    }
  },
});
