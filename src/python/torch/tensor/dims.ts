import type { Call } from '../../ops/call';
import { dimsArgument, numberArgument } from '../../ops/readArguments';
import { reportAxis } from '../../ops/reportAxis';
import { axisPlace } from '../../shapes/axes';
import { type Dim, isNumber } from '../../sizes/size';
import type { Value } from '../../values/value';

/** The place of the axis that a known number names; reports one that isn't there. A single number has axis 0 too. */
export function placeOf(
  call: Call,
  shape: readonly Dim[],
  dim: number,
  parameter = 'input',
): number | undefined {
  const place = axisPlace(dim, Math.max(1, shape.length));
  if (place === undefined) reportAxis(call, parameter, shape, dim);
  return place;
}

/** The axes of `dim=`, which some programs call `axis=`: all where none is given, undefined where they aren't known. */
export function dimsOf(call: Call): 'all' | readonly number[] | undefined {
  const given = call.args.dim ?? call.args.axis;
  if (given === undefined || given.kind === 'none') return 'all';
  const dims = dimsArgument(given);
  return dims?.every(isNumber) ? (dims as number[]) : undefined;
}

/** `dim=`, or `axis=`, as one number; the standard where it isn't given, undefined where it isn't known. */
export function dimOf(call: Call, standard?: number): number | undefined {
  const given = call.args.dim ?? call.args.axis;
  return given === undefined ? standard : numberArgument(given);
}

/** A setting for each axis of a window: one number for all, or one for each. Undefined where it isn't known. */
export function perAxis(value: Value | undefined, axes: number, standard: number): readonly Dim[] {
  if (value === undefined) return Array<Dim>(axes).fill(standard);
  const dims = dimsArgument(value);
  if (!dims) return Array<Dim>(axes).fill(undefined);
  return dims.length === axes
    ? dims
    : Array.from({ length: axes }, () => (dims.length === 1 ? dims[0] : undefined));
}
