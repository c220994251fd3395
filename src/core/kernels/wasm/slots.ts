import * as code from '../../../wasm/opcodes';
import type { Batch, Floats, Op, StoredNumbers } from '../kernels';

/**
 * An argument of a call as a program holds it: a whole number or an address, a number, or the address of a batch, which
 * may move between two runs.
 */
export type Slot = number | { readonly float: number } | { readonly batch: Batch };

/** A call as a program holds it. */
export interface Encoded {
  readonly opcode: number;
  readonly slots: readonly Slot[];
}

const activations: Readonly<Record<string, number>> = {
  linear: code.LINEAR,
  sigmoid: code.SIGMOID,
  tanh: code.TANH,
  relu: code.RELU,
  'leaky-relu': code.LEAKY_RELU,
  softmax: code.SOFTMAX,
};

const optimizers: Readonly<Record<string, number>> = {
  sgd: code.SGD,
  momentum: code.MOMENTUM,
  rmsprop: code.RMSPROP,
  adagrad: code.ADAGRAD,
  adam: code.ADAM,
};

const at = (array: { readonly data: Floats } | undefined) => array?.data.byteOffset ?? 0;
const moving = (batch: Batch): Slot => ({ batch });
const float = (value: number): Slot => ({ float: value });

/** An op for `src/wasm/program.ts`; undefined where the kernels there don't know it. */
export function encode(op: Op): Encoded | undefined {
  switch (op.call) {
    case 'gather': {
      const [{ data, indices, scale, mean, deviation }, start, X] = op.args;
      return {
        opcode: code.GATHER,
        slots: [
          typeCode(data),
          data.byteOffset,
          X.n,
          indices.byteOffset,
          start.byteOffset,
          moving(X),
          float(scale),
          mean?.byteOffset ?? 0,
          deviation?.byteOffset ?? 0,
        ],
      };
    }
    case 'clear': {
      const [x] = op.args;
      if ('m' in x) return { opcode: code.CLEAR, slots: [moving(x), x.n, 1] };
      return { opcode: code.CLEAR, slots: [at(x), x.rows * x.columns, 0] };
    }
    case 'affine': {
      const [W, b, X, Z] = op.args;
      return { opcode: code.AFFINE, slots: [at(W), W.rows, W.columns, at(b), moving(X), moving(Z)] };
    }
    case 'affineGradient': {
      const [dZ, X, dW, db, add] = op.args;
      return {
        opcode: code.AFFINE_GRADIENT,
        slots: [moving(dZ), moving(X), at(dW), dW.rows, dW.columns, at(db), Number(add)],
      };
    }
    case 'sumExamples': {
      const [dZ, db, add] = op.args;
      return { opcode: code.SUM_EXAMPLES, slots: [moving(dZ), dZ.n, at(db), Number(add)] };
    }
    case 'affineInputGradient': {
      const [W, dZ, dX, add] = op.args;
      return {
        opcode: code.AFFINE_INPUT_GRADIENT,
        slots: [at(W), W.rows, W.columns, moving(dZ), moving(dX), Number(add)],
      };
    }
    case 'innerProducts': {
      const [X, products, rest, sums] = op.args;
      return {
        opcode: code.INNER_PRODUCTS,
        slots: [X.n, moving(X), moving(products), moving(rest), sums.byteOffset],
      };
    }
    case 'addBias': {
      const [P, b, Z] = op.args;
      return { opcode: code.ADD_BIAS, slots: [P.n, moving(P), at(b), moving(Z)] };
    }
    case 'activate': {
      const [g, Z, A] = op.args;
      const known = activations[g.type];
      if (known === undefined) return undefined;
      return { opcode: code.ACTIVATE, slots: [known, Z.n, moving(Z), moving(A)] };
    }
    case 'activateGradient': {
      const [g, Z, A, dA, dZ] = op.args;
      const known = activations[g.type];
      if (known === undefined) return undefined;
      return {
        opcode: code.ACTIVATE_GRADIENT,
        slots: [known, Z.n, moving(Z), moving(A), moving(dA), moving(dZ)],
      };
    }
    case 'subtract': {
      const [A, B, C] = op.args;
      return { opcode: code.SUBTRACT, slots: [A.n, moving(A), moving(B), moving(C)] };
    }
    case 'accumulate': {
      const [A, sum, add] = op.args;
      return { opcode: code.ACCUMULATE, slots: [A.n, moving(A), moving(sum), Number(add)] };
    }
    case 'addExactly': {
      const [A, sum, rest] = op.args;
      return { opcode: code.ADD_EXACTLY, slots: [A.n, moving(A), moving(sum), moving(rest)] };
    }
    case 'accumulateRows': {
      const [source, target, from, add] = op.args;
      return {
        opcode: code.ACCUMULATE_ROWS,
        slots: [source.n, moving(source), target.n, moving(target), from, Number(add)],
      };
    }
    case 'accumulateSlice': {
      const [source, from, target, add] = op.args;
      return {
        opcode: code.ACCUMULATE_SLICE,
        slots: [source.n, moving(source), from, target.n, moving(target), Number(add)],
      };
    }
    case 'sumLoss': {
      const [loss, A, Z, Y, sum] = op.args;
      const known = lossCode(loss.type, Z !== undefined);
      if (known === undefined) return undefined;
      return { opcode: code.SUM_LOSS, slots: [known, Y.n, moving(Z ?? A), moving(Y), sum.byteOffset] };
    }
    case 'lossGradient':
      return undefined;
    case 'update': {
      const [optimizer, fields, parameter, gradient, slots, circumstances] = op.args;
      const known = optimizers[optimizer.type];
      if (known === undefined) return undefined;
      return {
        opcode: code.UPDATE,
        slots: [
          known,
          parameter.byteOffset,
          gradient.byteOffset,
          parameter.length,
          slots[0]?.byteOffset ?? 0,
          slots[1]?.byteOffset ?? 0,
          circumstances.byteOffset,
          float(fields.learningRate!),
          float(fields.beta1 ?? fields.beta ?? 0),
          float(fields.beta2 ?? 0),
          float(fields.epsilon ?? 0),
        ],
      };
    }
    case 'advance':
      return { opcode: code.ADVANCE, slots: [op.args[0].byteOffset] };
  }
}

function typeCode(data: StoredNumbers): number {
  if (data instanceof Uint8Array) return code.UINT8;
  if (data instanceof Int8Array) return code.INT8;
  if (data instanceof Uint16Array) return code.UINT16;
  if (data instanceof Int16Array) return code.INT16;
  if (data instanceof Int32Array) return code.INT32;
  return data instanceof Float32Array ? code.FLOAT32 : code.FLOAT64;
}

function lossCode(type: string, paired: boolean): number | undefined {
  if (type === 'binary-cross-entropy' && paired) return code.BINARY_CROSS_ENTROPY;
  if (type === 'categorical-cross-entropy' && paired) return code.CATEGORICAL_CROSS_ENTROPY;
  if (type === 'l2' || type === 'mean-squared-error') return code.SQUARED_ERROR;
  return undefined;
}

/** Floating-point operations of an op, and those for each example: what decides whether threads share it. */
export function workOf(op: Op): number {
  switch (op.call) {
    case 'affine':
      return 2 * op.args[0].rows * op.args[0].columns;
    case 'affineGradient':
      return 2 * op.args[2].rows * op.args[2].columns;
    case 'affineInputGradient':
      return 2 * op.args[0].rows * op.args[0].columns;
    case 'innerProducts':
      return 2 * op.args[0].n * op.args[0].m;
    case 'gather':
      return 4 * op.args[2].n;
    case 'activate':
      return 30 * op.args[1].n;
    default:
      return 0;
  }
}
