import { compareSizes } from '../sizes/compareSizes';
import { type Dim, isNumber, minus } from '../sizes/size';
import { itemsOf, type Value } from '../values/value';
import { broadcast, type Clash } from './broadcast';

export interface Subscripted {
  /** Undefined where not even the number of sizes is known. */
  readonly shape: readonly Dim[] | undefined;
  readonly fault?:
    | { readonly kind: 'too many'; readonly count: number }
    | { readonly kind: 'out of range'; readonly index: number; readonly axis: number; readonly size: number }
    | { readonly kind: 'mask'; readonly axis: number; readonly clash: Clash }
    | { readonly kind: 'indices'; readonly clash: Clash };
}

/** What stands between the brackets, one for each comma. */
type Part =
  | { readonly kind: 'index'; readonly at?: number }
  | { readonly kind: 'slice'; readonly value: Value & { readonly kind: 'slice' } }
  | { readonly kind: 'new' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'mask'; readonly shape: readonly Dim[] }
  | { readonly kind: 'array'; readonly shape: readonly Dim[] };

/** `x[…]`, as NumPy, PyTorch and TensorFlow have it. */
export function subscript(shape: readonly Dim[] | undefined, index: Value): Subscripted {
  const written = index.kind === 'tuple' ? index.items : [index];
  const parts = written.map(partOf);
  if (!shape || parts.includes(undefined)) return { shape: undefined };
  const known = parts as Part[];
  const taken = known.reduce((sum, part) => sum + takes(part), 0);
  if (taken > shape.length) return { shape: undefined, fault: { kind: 'too many', count: taken } };
  const rest = known.findIndex(({ kind }) => kind === 'rest');
  const fill: Part[] = Array.from({ length: shape.length - taken }, () => ({ kind: 'slice', value: whole }));
  const all = rest < 0 ? [...known, ...fill] : [...known.slice(0, rest), ...fill, ...known.slice(rest + 1)];

  const result: Dim[] = [];
  let picked: readonly Dim[] | undefined;
  let pickedAt = 0;
  let apart = false;
  let afterPick = false;
  let axis = 0;
  const pick = (sizes: readonly Dim[]): Clash | undefined => {
    if (picked === undefined) pickedAt = result.length;
    else if (afterPick) apart = true;
    afterPick = false;
    const both = broadcast(picked ?? [], sizes);
    picked = both.shape;
    return both.clash;
  };
  const advanced = all.some(({ kind }) => kind === 'array' || kind === 'mask');
  for (const part of all) {
    const size = shape[axis];
    switch (part.kind) {
      case 'new':
        if (picked !== undefined) afterPick = true;
        result.push(1);
        continue;
      case 'rest':
        continue;
      case 'slice':
        if (picked !== undefined) afterPick = true;
        result.push(sliced(size, part.value));
        axis++;
        continue;
      case 'index': {
        const { at } = part;
        if (at !== undefined && isNumber(size) && (at >= size || at < -size)) {
          return { shape: undefined, fault: { kind: 'out of range', index: at, axis, size } };
        }
        // beside arrays, a number is an array too
        if (advanced) pick([]);
        axis++;
        continue;
      }
      case 'mask': {
        for (const [i, dim] of part.shape.entries()) {
          const certainty = compareSizes(shape[axis + i], dim);
          if (certainty === 'different' || certainty === 'different in general') {
            const clash = { a: shape[axis + i], b: dim, certainty };
            return { shape: undefined, fault: { kind: 'mask', axis: axis + i, clash } };
          }
        }
        pick([undefined]);
        axis += part.shape.length;
        continue;
      }
      case 'array': {
        const clash = pick(part.shape);
        if (clash) return { shape: undefined, fault: { kind: 'indices', clash } };
        axis++;
      }
    }
  }
  if (picked !== undefined) result.splice(apart ? 0 : pickedAt, 0, ...picked);
  return { shape: result };
}

const whole = {
  kind: 'slice',
  lower: { kind: 'none' },
  upper: { kind: 'none' },
  step: { kind: 'none' },
} as const;

function takes(part: Part): number {
  if (part.kind === 'new' || part.kind === 'rest') return 0;
  return part.kind === 'mask' ? part.shape.length : 1;
}

function partOf(value: Value): Part | undefined {
  switch (value.kind) {
    case 'int':
      return isNumber(value.size) ? { kind: 'index', at: value.size } : { kind: 'index' };
    case 'slice':
      return { kind: 'slice', value };
    case 'none':
      return { kind: 'new' };
    case 'ellipsis':
      return { kind: 'rest' };
    case 'array': {
      if (!value.shape) return undefined;
      if (value.dtype === 'bool')
        return value.shape.length > 0 ? { kind: 'mask', shape: value.shape } : undefined;
      // of floats, or of what isn't known: only integers and truths can be indices
      if (value.dtype === undefined) return undefined;
      if (!/^u?int/.test(value.dtype)) return undefined;
      return value.shape.length === 0 ? { kind: 'index' } : { kind: 'array', shape: value.shape };
    }
    case 'list':
    case 'range': {
      const items = itemsOf(value);
      if (!items) return undefined;
      if (items.every(({ kind }) => kind === 'int')) return { kind: 'array', shape: [items.length] };
      return items.every(({ kind }) => kind === 'bool') ? { kind: 'mask', shape: [items.length] } : undefined;
    }
    default:
      return undefined;
  }
}

/** The size that a slice leaves. */
function sliced(size: Dim, { lower, upper, step }: Value & { readonly kind: 'slice' }): Dim {
  const by = bound(step);
  const [from, to] = [bound(lower), bound(upper)];
  if (from === undefined || to === undefined || by === undefined) return undefined;
  const stride = by ?? 1;
  if (from === null && to === null && (stride === 1 || stride === -1)) return size;
  if (
    isNumber(size) &&
    isNumber(stride) &&
    stride !== 0 &&
    (from === null || isNumber(from)) &&
    (to === null || isNumber(to))
  ) {
    const clip = (at: number, low: number, high: number) =>
      Math.min(Math.max(at < 0 ? at + size : at, low), high);
    const [first, last] =
      stride > 0
        ? [from === null ? 0 : clip(from, 0, size), to === null ? size : clip(to, 0, size)]
        : [from === null ? size - 1 : clip(from, -1, size - 1), to === null ? -1 : clip(to, -1, size - 1)];
    return Math.max(0, Math.ceil((last - first) / stride));
  }
  if (stride !== 1) return undefined;
  // x[i:i + k] is as long as its window, wherever that starts
  const window = from !== null && to !== null ? minus(to, from) : undefined;
  if (from !== null && !isNumber(from)) return isNumber(window) && window > 0 ? window : undefined;
  // x[a:b] of an unknown or named size: b - a, where x is that long; x[:-1] is one less
  if (size !== undefined && !isNumber(size)) {
    const end = to === null ? size : typeof to === 'number' && to < 0 ? minus(size, -to) : undefined;
    if (end !== undefined && from === null) return end;
    if (end !== undefined && typeof from === 'number' && from > 0) return minus(end, from);
  }
  return undefined;
}

/** null for none; undefined for what isn't known. */
function bound(value: Value): Dim | null {
  return value.kind === 'none' ? null : value.kind === 'int' ? value.size : undefined;
}
