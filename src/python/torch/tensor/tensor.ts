import { asArray } from '../../ops/asArray';
import type { Dim } from '../../sizes/size';
import { type ArrayValue, int, type Shape, sizeIn, type Value } from '../../values/value';

/** The full name of PyTorch's array class. */
export const tensorType = 'torch.Tensor';

/** A tensor; of unknown rank where no shape is given. */
export function tensor(shape: Shape, dtype?: string): ArrayValue {
  return { kind: 'array', type: tensorType, shape, ...(dtype !== undefined && { dtype }) };
}

/** What PyTorch takes as a tensor in arithmetic: tensors, and numbers. Undefined for anything else. */
export function asTensor(value: Value | undefined): ArrayValue | undefined {
  return asArray(value, tensorType);
}

/** A tensor, and nothing else. */
export function tensorIn(value: Value | undefined): ArrayValue | undefined {
  return value?.kind === 'array' && value.type === tensorType ? value : undefined;
}

/** The same tensor with another shape. */
export function reshaped(of: ArrayValue, shape: Shape): ArrayValue {
  return tensor(shape, of.dtype);
}

/** Of a tensor of which only the last size is known, such as what a linear layer makes of anything. */
export function tensorEndingIn(last: Dim, dtype?: string): ArrayValue {
  const made = tensor(undefined, dtype);
  return last === undefined ? made : { ...made, facts: { last: int(last) } };
}

/** The last size, also of a tensor whose number of sizes isn't known. */
export function lastSize(of: ArrayValue): Dim {
  return of.shape ? of.shape.at(-1) : sizeIn(of.facts?.last);
}

/** The same values elsewhere: what an elementwise function makes of a tensor. */
export function alike(of: ArrayValue, dtype = of.dtype): ArrayValue {
  const { facts } = of;
  return { ...tensor(of.shape, dtype), ...(facts && { facts }) };
}
