import { type Subscripted, subscript } from '../shapes/subscript';
import { compareSizes } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { type ArrayValue, none, type Shape, type Value } from '../values/value';
import { formatDims } from '../values/words';
import type { Call } from './call';

/** `self[index]`, with a report where there is no such part. Undefined where nothing is known. */
export function readPart(call: Call): ArrayValue | undefined {
  const { self, index } = call.args;
  if (self?.kind !== 'array' || !index) return undefined;
  const { shape, fault } = subscript(self.shape, index);
  if (fault) reportPart(call, self, fault);
  return { kind: 'array', type: self.type, shape, dtype: self.dtype };
}

/** `self[index] = value`: the value must broadcast to the part. */
export function assignPart(call: Call, asArray: (value: Value | undefined) => ArrayValue | undefined): Value {
  const { self, index } = call.args;
  if (self?.kind !== 'array' || !index) return none;
  const { shape, fault } = subscript(self.shape, index);
  if (fault) reportPart(call, self, fault);
  else mustFit(call, shape, asArray(call.args.value)?.shape);
  return none;
}

/** Reports where `value` can't be put into a part of `self` that has a shape. */
export function mustFit(call: Call, shape: Shape, value: Shape): void {
  if (!shape || !value) return;
  // leading sizes of 1 are dropped
  const extra = value.slice(0, Math.max(0, value.length - shape.length));
  const clash = extra.find(dim => isNumber(dim) && dim !== 1);
  const pairs = value
    .slice(extra.length)
    .map((dim, i) => [dim, shape[shape.length - (value.length - extra.length) + i]] as const);
  const certain =
    clash !== undefined ||
    pairs.some(([a, b]) => isNumber(a) && a !== 1 && compareSizes(a, b) === 'different');
  const general = pairs.some(([a, b]) => a !== 1 && compareSizes(a, b) === 'different in general');
  if (!certain && !general) return;
  const [target, put] = [call.operand('self'), call.operand('value')];
  call.report({
    code: 'assignment-mismatch',
    certainty: certain ? 'different' : 'different in general',
    message: `This part of ${target.words} is ${formatDims(shape)}, but ${put.words} is ${formatDims(value)}: it doesn't fit in, nor broadcast to it.`,
    related: [...target.origins, ...put.origins],
  });
}

function reportPart(call: Call, { shape }: ArrayValue, fault: NonNullable<Subscripted['fault']>): void {
  const { words, origins } = call.operand('self');
  const sizes = shape ? formatDims(shape) : '';
  switch (fault.kind) {
    case 'too many':
      call.report({
        code: 'index-out-of-range',
        message: `${words} is ${sizes}, ${count(shape!)}, but is indexed with ${fault.count}.`,
        related: origins,
      });
      return;
    case 'out of range':
      call.report({
        code: 'index-out-of-range',
        message: `${words} is ${sizes}: along axis ${fault.axis} the last index is ${fault.size - 1}, so there is no ${fault.index}.`,
        related: origins,
      });
      return;
    case 'mask':
      call.report({
        code: 'index-out-of-range',
        certainty: fault.clash.certainty,
        message: `${words} is ${sizes}: a mask for axis ${fault.axis} needs ${formatDim(fault.clash.a)} values, not ${formatDim(fault.clash.b)}.`,
        related: origins,
      });
      return;
    case 'indices':
      call.report({
        code: 'broadcast-mismatch',
        certainty: fault.clash.certainty,
        message: `The arrays of indices can't be paired: ${formatDim(fault.clash.a)} and ${formatDim(fault.clash.b)} differ.`,
        related: origins,
      });
  }
}

function count(shape: readonly Dim[]): string {
  return shape.length === 1 ? 'one size' : `${shape.length} sizes`;
}
