import { activations } from '../activations';
import type { Batch, Floats, Kernels, Matrix, StoredNumbers } from '../kernels/kernels';
import { referenceKernels } from '../kernels/reference';
import { losses } from '../losses';
import { optimizers } from '../optimizers';
import { Random } from '../random';

/** What a call made of its operands. */
interface Result {
  readonly call: string;
  readonly values: Floats;
}

/** What optimizers are given, each those that it has. */
const hyperparameters: Readonly<Record<string, number>> = {
  learningRate: 0.1,
  beta: 0.9,
  beta1: 0.9,
  beta2: 0.99,
  epsilon: 1e-8,
};

/** Within this share of the largest value of a result. */
const tolerance = { float32: 1e-4, float64: 1e-11 };

/**
 * The first call of a kernel set whose numbers aren't those of the reference kernels, in words; undefined where all are.
 * Each call is made, with every activation, loss and optimizer, on sizes of every way to take a product and of every
 * remainder of a tile. It takes some ten milliseconds.
 */
export function disagreement(kernels: Kernels): string | undefined {
  const expected = results(referenceKernels(kernels.precision));
  for (const [i, { call, values }] of results(kernels).entries()) {
    const wanted = expected[i]!.values;
    let largest = 1e-3;
    for (const value of wanted) largest = Math.max(largest, Math.abs(value));
    const bound = tolerance[kernels.precision] * largest;
    // NaN is within nothing
    const at = values.findIndex((value, k) => !(Math.abs(value - wanted[k]!) <= bound));
    if (at >= 0) return `${call} gave ${values[at]} instead of ${wanted[at]}`;
  }
  return undefined;
}

/** Examples, inputs and units: single ones, narrow ones, and those beyond the blocks in which products are packed. */
const layers = [
  [1, 5, 1],
  [5, 1, 3],
  [9, 2, 4],
  [1, 40, 17],
  [23, 300, 1],
  [14, 300, 21],
] as const;

function results(kernels: Kernels): Result[] {
  const random = new Random(1);
  const fill = (data: Floats, scale = 1) => {
    for (let i = 0; i < data.length; i++) data[i] = scale * random.randn();
    return data;
  };
  const batch = (n: number, m: number, scale = 1): Batch => ({
    n,
    m,
    data: fill(kernels.allocate(n * m), scale),
  });
  const matrix = (rows: number, columns: number): Matrix => ({
    rows,
    columns,
    data: fill(kernels.allocate(rows * columns)),
  });
  /** Between 0 and 1, as probabilities are. */
  const shares = (n: number, m: number): Batch => {
    const made = kernels.allocate(n * m);
    for (let i = 0; i < made.length; i++) made[i] = random.uniform(0.05, 0.95);
    return { n, m, data: made };
  };
  const found: Result[] = [];
  // copied, since a later call may write over it
  const keep = (call: string, ...all: readonly ({ readonly data: Floats } | undefined)[]) => {
    for (const each of all) if (each) found.push({ call, values: each.data.slice() });
  };

  for (const [m, nIn, nOut] of layers) {
    const [W, b, X, Z] = [matrix(nOut, nIn), matrix(nOut, 1), batch(nIn, m), batch(nOut, m)];
    const [dW, db, dX] = [matrix(nOut, nIn), matrix(nOut, 1), batch(nIn, m)];
    const [products, rest] = [batch(m, m), batch(m, m)];
    for (const add of [false, true]) {
      kernels.affine(W, add ? b : undefined, X, Z);
      keep('affine', Z);
      kernels.affineGradient(Z, X, dW, add ? db : undefined, add);
      keep('affineGradient', dW, add ? db : undefined);
      kernels.sumExamples(Z, db, add);
      keep('sumExamples', db);
      kernels.affineInputGradient(W, Z, dX, add);
      keep('affineInputGradient', dX);
    }
    kernels.innerProducts(X, products, rest, kernels.allocateSums(m * m));
    keep('innerProducts', products);
    kernels.addBias(Z, b, Z);
    keep('addBias', Z);
  }

  for (const g of activations) {
    const [Z, A, dA, dZ] = [batch(7, 5, 3), batch(7, 5), batch(7, 5), batch(7, 5)];
    kernels.activate(g, Z, A);
    kernels.activateGradient(g, Z, A, dA, dZ);
    keep(g.type, A, dZ);
  }
  for (const loss of losses) {
    const [A, Z, Y, dA] = [shares(7, 5), batch(7, 5, 3), shares(7, 5), batch(7, 5)];
    const sums = { data: kernels.allocateSums(1) };
    kernels.sumLoss(loss, A, loss.paired && Z, Y, sums.data);
    kernels.sumLoss(loss, A, undefined, Y, sums.data);
    kernels.lossGradient(loss, A, Y, dA);
    keep(loss.type, sums, dA);
  }
  for (const optimizer of optimizers) {
    const fields = Object.fromEntries(
      Object.keys(optimizer.fields).map(name => [name, hyperparameters[name]!]),
    );
    const [parameter, at] = [matrix(3, 7), { data: kernels.allocateSums(3) }];
    const slots = optimizer.slots.map(() => kernels.allocate(21));
    at.data[0] = 0.5;
    for (let step = 0; step < 2; step++) {
      // another one each time, since an update may leave its gradient scaled
      kernels.update(optimizer, fields, parameter.data, matrix(3, 7).data, slots, at.data);
      kernels.advance(at.data);
    }
    keep(optimizer.type, parameter, at, ...slots.map(data => ({ data })));
  }

  const rows = 9;
  for (const numbers of storedNumbers(3 * rows)) {
    const X = batch(3, 5);
    const order = { indices: kernels.place(Int32Array.of(8, 0, 3, 3, 7, 1, 2)), scale: 2 };
    const mean = kernels.allocateSums(3).fill(0.5);
    const deviation = kernels.allocateSums(3).fill(1.5);
    const data = kernels.place(numbers);
    const start = kernels.place(Int32Array.of(2));
    kernels.gather({ ...order, data, mean: undefined, deviation: undefined }, start, X);
    keep('gather', X);
    kernels.gather({ ...order, data, mean, deviation }, start, X);
    keep('gather', X);
  }
  const [A, B, C] = [batch(7, 5), batch(7, 5), batch(7, 5)];
  const [narrow, rest] = [batch(3, 5), batch(7, 5)];
  kernels.clear(rest);
  kernels.subtract(A, B, C);
  keep('subtract', C);
  kernels.accumulate(A, C, true);
  kernels.addExactly(A, C, rest);
  kernels.accumulateRows(narrow, C, 2, true);
  keep('accumulate', C);
  kernels.accumulateSlice(C, 2, narrow, true);
  keep('accumulateSlice', narrow);
  return found;
}

function storedNumbers(length: number): StoredNumbers[] {
  const values = Array.from({ length }, (_, i) => (i * 37) % 101);
  const kinds = [Uint8Array, Int8Array, Uint16Array, Int16Array, Int32Array, Float32Array, Float64Array];
  return kinds.map(Kind => Kind.from(values));
}
