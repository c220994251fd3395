import { axisPlace } from '../shapes/axes';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, plus } from '../sizes/size';
import { joinDims } from '../values/joinValues';
import { type ArrayValue, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { wider } from './asArray';
import type { Call } from './call';
import { reportAxis } from './reportAxis';

/** Arrays joined along one axis; reports where their other sizes differ. `parameter` is the argument that holds them. */
export function joinAlong(
  call: Call,
  arrays: readonly ArrayValue[],
  axis: number,
  parameter = 'arrays',
): Value {
  const made = arrayOf(arrays);
  const ranked = arrays.find(array => array.shape)?.shape;
  if (!ranked) return made(undefined);
  const place = axisPlace(axis, ranked.length);
  if (place === undefined) {
    if (ranked.length > 0) reportAxis(call, parameter, ranked, axis);
    return unknown;
  }
  for (const { shape } of arrays) {
    if (!shape) continue;
    const clash = mismatch(ranked, shape, place);
    if (!clash) continue;
    call.report({
      code: 'concatenate-mismatch',
      certainty: clash,
      message:
        shape.length !== ranked.length
          ? `${call.written} joins arrays with as many sizes each, but ${formatDims(ranked)} and ${formatDims(shape)} have ${ranked.length} and ${shape.length}.`
          : `${call.written} joins along axis ${place}, so all other sizes must be equal, but ${formatDims(ranked)} and ${formatDims(shape)} differ in axis ${differing(ranked, shape, place)}.`,
      related: call.operand(parameter).origins,
    });
    return ranked.length === shape.length
      ? made(ranked.map((dim, i) => (i === place ? undefined : dim)))
      : unknown;
  }
  if (arrays.some(({ shape }) => !shape))
    return made(ranked.map((dim, i) => (i === place ? undefined : dim)));
  const shapes = arrays.map(({ shape }) => shape!);
  return made(
    ranked.map((_, i) => {
      const dims = shapes.map(shape => shape[i]);
      // one that is known tells the others
      return i === place ? dims.reduce((sum, dim) => plus(sum, dim)) : dims.find(dim => dim !== undefined);
    }),
  );
}

/** Arrays of one shape put along a new axis. */
export function stackAlong(
  call: Call,
  arrays: readonly ArrayValue[],
  axis: number,
  parameter = 'arrays',
): Value {
  const made = arrayOf(arrays);
  const ranked = arrays.find(array => array.shape)?.shape;
  if (!ranked) return made(undefined);
  const place = axisPlace(axis, ranked.length + 1);
  if (place === undefined) {
    call.report({
      code: 'axis-out-of-range',
      message: `${call.written} puts a new axis at 0 to ${ranked.length} for arrays of shape ${formatDims(ranked)}, so there is no axis ${axis}.`,
      related: call.operand(parameter).origins,
    });
    return unknown;
  }
  for (const { shape } of arrays) {
    const clash = shape && mismatch(ranked, shape, -1);
    if (!clash) continue;
    call.report({
      code: 'concatenate-mismatch',
      certainty: clash,
      message: `${call.written} puts arrays of one shape on top of each other, but ${formatDims(ranked)} and ${formatDims(shape)} differ.`,
      related: call.operand(parameter).origins,
    });
    return unknown;
  }
  const shape = ranked.map((dim, i) =>
    arrays.map(array => (array.shape ? array.shape[i] : dim)).reduce(joinDims),
  );
  return made([...shape.slice(0, place), arrays.length, ...shape.slice(place)]);
}

/** Makes an array of the type that these have, of the widest of their numbers. */
function arrayOf(arrays: readonly ArrayValue[]): (shape: readonly Dim[] | undefined) => Value {
  const dtype = arrays.map(array => array.dtype).reduce(wider);
  return shape => ({ kind: 'array', type: arrays[0]!.type, shape, dtype });
}

function mismatch(a: readonly Dim[], b: readonly Dim[], except: number) {
  if (a.length !== b.length) return 'different';
  const compared = a.map((dim, i) => (i === except ? 'same' : compareSizes(dim, b[i])));
  return compared.find(found => found === 'different') ?? compared.find(isDifferent);
}

function differing(a: readonly Dim[], b: readonly Dim[], except: number): number {
  return a.findIndex((dim, i) => i !== except && isDifferent(compareSizes(dim, b[i])));
}
