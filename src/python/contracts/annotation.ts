import { freshId } from '../sizes/freshId';
import type { Expression } from '../syntax/ast';
import { objectNumber } from '../values/objectNumber';
import { atomValue, type FunctionValue, float, type Value } from '../values/value';
import { generalSizes, readDims } from './readDims';

/**
 * What a parameter's annotation says: `int`, `float`, and jaxtyping's `Float[np.ndarray, "n_x m"]`, whose names are
 * sizes that the function must work for.
 */
export function annotated(
  text: string,
  annotation: Expression,
  name: string,
  owner: FunctionValue,
): Value | undefined {
  const source = text.slice(annotation.start, annotation.end);
  if (source === 'float') return float();
  if (source === 'int') return atomValue(freshId(name), name);
  if (annotation.kind !== 'subscript' || annotation.index.kind !== 'tuple') return undefined;
  const [holder, sizes] = annotation.index.items;
  if (!holder || sizes?.kind !== 'string') return undefined;
  const kind = text.slice(holder.start, holder.end);
  const type = /\b(ndarray|NDArray)$/.test(kind)
    ? 'numpy.ndarray'
    : /\bTensor$/.test(kind)
      ? 'torch.Tensor'
      : undefined;
  const words = sizes.value.trim().split(/\s+/);
  if (!type || words.some(word => !/^(\w+|\w+=\d+)$/.test(word))) return undefined;
  const shape =
    sizes.value.trim() === ''
      ? []
      : readDims(
          words.map(word => word.replace(/^\w+=/, '')).join(','),
          generalSizes(`${owner.name}@${objectNumber(owner.span)}`),
        );
  return shape && { kind: 'array', type, shape };
}
