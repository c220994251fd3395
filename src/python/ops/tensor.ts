import type { Dim } from '../sizes/size';
import type { ArrayValue, Shape } from '../values/value';

/** The full name of TensorFlow's class of arrays; Keras' symbolic ones behave as it does. */
export const tensorType = 'tensorflow.Tensor';

/** A tensor of TensorFlow or Keras; unknown rank where no shape is given. */
export function tensor(shape: Shape, dtype?: string): ArrayValue {
  return { kind: 'array', type: tensorType, shape, dtype };
}

/** The shape with another number of examples. */
export function withBatch(shape: readonly Dim[], batch: Dim): readonly Dim[] {
  return shape.length === 0 ? shape : [batch, ...shape.slice(1)];
}
