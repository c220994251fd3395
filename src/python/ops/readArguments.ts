import { type Dim, isNumber } from '../sizes/size';
import { itemsOf, sizeIn, type Value } from '../values/value';

/** A shape argument: a whole number or a tuple or list of them. Undefined where even their number isn't known. */
export function dimsArgument(value: Value | undefined): readonly Dim[] | undefined {
  if (!value) return undefined;
  if (value.kind === 'int') return [value.size];
  const items = value.kind === 'tuple' || value.kind === 'list' ? itemsOf(value) : undefined;
  return items?.map(sizeIn);
}

/** Shapes that may be given as one argument or as several: `reshape(2, 3)` and `reshape((2, 3))`. */
export function dimsOfRest(rest: readonly Value[]): readonly Dim[] | undefined {
  const [first] = rest;
  if (rest.length === 1 && first && (first.kind === 'tuple' || first.kind === 'list'))
    return dimsArgument(first);
  // one of which nothing is known may be a whole shape
  if (rest.length === 1 && first && first.kind !== 'int') return undefined;
  return rest.map(sizeIn);
}

/** A whole number that is known; undefined where it isn't, or isn't given. */
export function numberArgument(value: Value | undefined): number | undefined {
  return value?.kind === 'int' && isNumber(value.size) ? value.size : undefined;
}

/** `axis`: 'all' where none is given, the axes where they are known, undefined otherwise. */
export function axesArgument(value: Value | undefined): 'all' | readonly number[] | undefined {
  if (value === undefined || value.kind === 'none') return 'all';
  const dims = dimsArgument(value);
  return dims?.every(isNumber) ? (dims as number[]) : undefined;
}

/** A truth that is known; `standard` where it isn't given. */
export function flagArgument(value: Value | undefined, standard: boolean): boolean | undefined {
  if (value === undefined) return standard;
  if (value.kind === 'bool') return value.value;
  return value.kind === 'int' && isNumber(value.size) ? value.size !== 0 : undefined;
}

/** `dtype`: a name, a class of Python, or a type of a library. */
export function dtypeArgument(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  const name =
    value.kind === 'string'
      ? value.value
      : value.kind === 'module' || value.kind === 'op' || value.kind === 'class'
        ? value.name.slice(value.name.lastIndexOf('.') + 1)
        : undefined;
  if (name === undefined) return undefined;
  return names[name] ?? (/^(u?int|float|complex)\d+$|^bool$/.test(name) ? name : undefined);
}

const names: Readonly<Record<string, string>> = {
  int: 'int64',
  int_: 'int64',
  long: 'int64',
  float: 'float64',
  float_: 'float64',
  double: 'float64',
  half: 'float16',
  bool_: 'bool',
  byte: 'uint8',
  i4: 'int32',
  i8: 'int64',
  f4: 'float32',
  f8: 'float64',
  complex: 'complex128',
};
