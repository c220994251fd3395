import type { CallDefinition } from '../kernels/call';
import { calls } from '../kernels/calls/all';
import type { Floats, Kernels } from '../kernels/kernels';
import { isBatch } from '../kernels/operands';
import { referenceKernels } from '../kernels/reference';
import { Random } from '../random';
import { randomOperands } from './randomOperands';

/** What a call made of its operands. */
interface Result {
  readonly call: string;
  readonly values: Floats | Uint8Array;
}

/** Within this share of the largest value of a result. */
const tolerance = { float32: 1e-4, float64: 1e-11 };

/**
 * The first call of a kernel set whose numbers aren't those of the reference kernels, in words; undefined where all are.
 * Each call is made on its cases. It takes some tens of milliseconds. `exactly` is to the last digit, and then activations are
 * made of many numbers more.
 */
export function disagreement(kernels: Kernels, seed = 1, exactly = false): string | undefined {
  const found = (set: Kernels) => [...results(set, seed), ...(exactly ? manyActivations(set, seed) : [])];
  const expected = found(referenceKernels(kernels.precision));
  for (const [i, { call, values }] of found(kernels).entries()) {
    const wanted = expected[i]!.values;
    let largest = 1e-3;
    for (const value of wanted) largest = Math.max(largest, Math.abs(value));
    const bound = exactly ? 0 : tolerance[kernels.precision] * largest;
    // NaN is within nothing
    const at = values.findIndex((value, k) => !(Math.abs(value - wanted[k]!) <= bound));
    if (at >= 0) return `${call} gave ${values[at]} instead of ${wanted[at]}`;
  }
  return undefined;
}

/** Small numbers and large ones, of which functions have their own ways. */
const scales = [1e-3, 1, 4, 30];

function manyActivations(kernels: Kernels, seed: number): Result[] {
  const make = randomOperands(kernels, new Random(seed));
  return make.activations.flatMap(g =>
    scales.map(scale => {
      const [Z, A] = [make.batch(20, 100, scale), make.batch(20, 100)];
      kernels.activate(g, Z, A);
      return { call: `activate of ${g.type}`, values: A.data };
    }),
  );
}

function results(kernels: Kernels, seed: number): Result[] {
  const random = new Random(seed);
  return Object.values(calls).flatMap(definition => {
    const { name, cases, spoils } = definition as unknown as CallDefinition;
    return cases(randomOperands(kernels, random)).flatMap(args => {
      (kernels[name as keyof typeof calls] as (...args: readonly unknown[]) => void)(...args);
      const spoilt = spoils?.(...args) ?? [];
      // an activation, a loss or an optimizer is the one to name
      const [what] = args.flatMap(arg => (hasType(arg) ? [`${name} of ${arg.type}`] : []));
      return args
        .filter(arg => !spoilt.includes(arg))
        .flatMap(arg => numbersOf(arg).map(values => ({ call: what ?? name, values })));
    });
  });
}

const hasType = (arg: unknown): arg is { readonly type: string } =>
  typeof arg === 'object' && arg !== null && 'type' in arg;

/** The numbers of an operand, or of several. */
function numbersOf(arg: unknown): (Floats | Uint8Array)[] {
  if (isBatch(arg) && arg.bytes) {
    return [new Uint8Array(arg.data.buffer, arg.data.byteOffset, arg.data.byteLength)];
  }
  if (arg instanceof Float32Array || arg instanceof Float64Array) return [arg];
  if (Array.isArray(arg)) return arg.flatMap(numbersOf);
  return typeof arg === 'object' && arg !== null && 'data' in arg ? numbersOf(arg.data) : [];
}
