import * as z from 'zod';
import { makeCall } from '../../../src/core/kernels/interpreted';
import type { Batch, Kernels, Op } from '../../../src/core/kernels/kernels';
import { rowsOf } from '../../../src/core/kernels/operands';
import { layerOf } from '../../../src/core/layers';
import type { LayerPlan, Value } from '../../../src/core/layers/layer';

/** Numbers of m examples, example after example, and the shape of one. */
export interface Given {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** What a layer without parameters makes of its inputs, and of the gradient `dA` of its output: A, and dA of each input. */
export function runLayer(
  kernels: Kernels,
  { type, ...raw }: { readonly type: string },
  inputs: readonly Given[],
  output: Given,
): { readonly A: number[]; readonly dA: number[][] } {
  const definition = layerOf(type)!;
  const count = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);
  const m = output.values.length / count(output.shape);
  const batch = (n: number, values?: readonly number[]): Batch => {
    const data = kernels.allocate(n * m);
    if (values) data.set(values);
    return { n, m, data };
  };
  const before = inputs.map(({ shape, values }): Value => {
    return { A: batch(count(shape), values), dA: batch(count(shape)), shape };
  });
  const n = count(output.shape);
  const after: Value = definition.reshapes
    ? { ...before[0]!, shape: output.shape }
    : { A: batch(n), dA: batch(n, output.values), shape: output.shape };
  const [forward, backward]: [Op[], Op[]] = [[], []];
  const none = () => {
    throw new Error(`${type} has no parameters.`);
  };
  const plan: LayerPlan<Record<string, unknown>> = {
    fields: z.strictObject(definition.fields).parse(raw),
    inputs: before,
    output: after,
    parameter: none,
    state: none,
    get draws() {
      return none();
    },
    batch,
    bytes: n => ({ ...batch(n), bytes: true }),
    numbers: none,
    rows: rowsOf,
    place: table => kernels.place(table),
    forward: op => void forward.push(op),
    learning: op => void forward.push(op),
    using() {},
    backward: op => void backward.push(op),
    gradients: op => void backward.push(op),
    frozen: false,
    after() {},
    activation(g, Z, dZ) {
      const like = (values: Batch) => (Z.of ? rowsOf(values, Z.n) : values);
      const [A, dA] = [like(after.A), like(after.dA!)];
      forward.push({ call: 'activate', args: [g, Z, A], reads: '' });
      backward.push({ call: 'activateGradient', args: [g, Z, A, dA, dZ], reads: '' });
    },
  };
  definition.plan(plan);
  for (const op of [...forward, ...backward]) makeCall(op, kernels);
  const dA = before.map(value => [...value.dA!.data]);
  return { A: [...after.A.data], dA: definition.reshapes ? [[...output.values]] : dA };
}
