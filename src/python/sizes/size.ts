/**
 * A size that the program knows: a number, or a polynomial with integer coefficients over named sizes, such as
 * `num_px * num_px * 3` or `m - 1`. Polynomials are in normal form, so two that are equal have the same `key`.
 */
export type Size = number | Polynomial;

/** One size of a shape; undefined where nothing is known of it. */
export type Dim = Size | undefined;

export interface Polynomial {
  /** Sums of products: for each product, its atoms in order, and how often it is taken. */
  readonly terms: readonly Term[];
  readonly key: string;
}

interface Term {
  readonly atoms: readonly Atom[];
  readonly times: number;
}

/** A named size. Two atoms are the same where their ids are. */
export interface Atom {
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  /**
   * Whether code must work for any value of it, as for a size that a docstring names: then it can be taken to differ
   * from every other size. One that was only met in a program (`n = X.shape[0]`) may have any value.
   */
  readonly general: boolean;
  /** Whether it may be 0 or less, as `(n - 4) // 2` may: any other size is taken to be at least 1. */
  readonly mayBeZero?: boolean;
}

/** Larger ones become unknown: they are no sizes that a person thinks in, and cost time. */
const mostTerms = 12;
const mostAtoms = 6;
const largest = Number.MAX_SAFE_INTEGER;

export function sizeOf(atom: Atom): Polynomial {
  return polynomial([{ atoms: [atom], times: 1 }]);
}

export function isNumber(size: Dim): size is number {
  return typeof size === 'number';
}

export function plus(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined) return undefined;
  if (isNumber(a) && isNumber(b)) return bounded(a + b);
  return normal([...termsOf(a), ...termsOf(b)]);
}

export function minus(a: Dim, b: Dim): Dim {
  return plus(a, times(b, -1));
}

export function times(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined) return undefined;
  if (isNumber(a) && isNumber(b)) return bounded(a * b);
  if (a === 1) return b;
  if (b === 1) return a;
  const right = termsOf(b);
  return normal(
    termsOf(a).flatMap(left =>
      right.map(term => ({ atoms: [...left.atoms, ...term.atoms], times: left.times * term.times })),
    ),
  );
}

export function product(sizes: readonly Dim[]): Dim {
  return sizes.reduce<Dim>((all, size) => times(all, size), 1);
}

/** Python's `//`. Exact for numbers and for polynomials that a number or a product divides; else a size of its own. */
export function floorDivide(a: Dim, b: Dim): Dim {
  if (a === undefined || b === undefined || b === 0) return undefined;
  if (isNumber(a) && isNumber(b)) return bounded(Math.floor(a / b));
  const exact = divideExactly(a, b);
  if (exact !== undefined) return exact;
  const name = `${wrapped(a)} // ${wrapped(b)}`;
  return name.length > 60
    ? undefined
    : sizeOf({ id: `(${keyOf(a)})//(${keyOf(b)})`, name, general: false, mayBeZero: true });
}

/** a / b where b divides a whatever the named sizes are; undefined otherwise. */
export function divideExactly(a: Size, b: Size): Dim {
  if (isNumber(a) && isNumber(b)) return b !== 0 && a % b === 0 ? a / b : undefined;
  const [by, ...more] = termsOf(b);
  if (!by || more.length > 0) return keyOf(a) === keyOf(b) ? 1 : undefined;
  const terms: Term[] = [];
  for (const term of termsOf(a)) {
    if (term.times % by.times !== 0) return undefined;
    const atoms = [...term.atoms];
    for (const atom of by.atoms) {
      const at = atoms.findIndex(({ id }) => id === atom.id);
      if (at < 0) return undefined;
      atoms.splice(at, 1);
    }
    terms.push({ atoms, times: term.times / by.times });
  }
  return normal(terms);
}

/** As a person writes it: `3·num_px·num_px` is `num_px * num_px * 3`. Unknown sizes are `?`. */
export function formatDim(size: Dim): string {
  if (size === undefined) return '?';
  if (isNumber(size)) return String(size);
  return size.terms
    .map(({ atoms, times }, i) => {
      const factors = atoms.map(({ name }) => (/^[\w.]+$/.test(name) ? name : `(${name})`));
      const count = Math.abs(times);
      if (count !== 1 || factors.length === 0) factors.push(String(count));
      const sign = times < 0 ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + ';
      return sign + factors.join(' * ');
    })
    .join('');
}

export function keyOf(size: Size): string {
  return isNumber(size) ? String(size) : size.key;
}

export function termsOf(size: Size): readonly Term[] {
  return isNumber(size) ? (size === 0 ? [] : [{ atoms: [], times: size }]) : size.terms;
}

export function atomsOf(size: Size): readonly Atom[] {
  return isNumber(size) ? [] : size.terms.flatMap(({ atoms }) => atoms);
}

function normal(terms: readonly Term[]): Dim {
  const sums = new Map<string, Term>();
  for (const term of terms) {
    if (term.atoms.length > mostAtoms) return undefined;
    const atoms = [...term.atoms].sort((a, b) => (a.id < b.id ? -1 : 1));
    const key = productKey(atoms);
    const sum = (sums.get(key)?.times ?? 0) + term.times;
    if (Math.abs(sum) > largest) return undefined;
    sums.set(key, { atoms, times: sum });
  }
  const kept = [...sums.values()].filter(({ times }) => times !== 0);
  if (kept.length > mostTerms) return undefined;
  if (kept.length === 0) return 0;
  if (kept.length === 1 && kept[0]!.atoms.length === 0) return kept[0]!.times;
  return polynomial(kept);
}

function polynomial(terms: readonly Term[]): Polynomial {
  // names before numbers, as in `m - 1`
  const sorted = [...terms].sort(
    (a, b) => b.atoms.length - a.atoms.length || (productKey(a.atoms) < productKey(b.atoms) ? -1 : 1),
  );
  return { terms: sorted, key: sorted.map(({ atoms, times }) => `${times}*${productKey(atoms)}`).join('+') };
}

function productKey(atoms: readonly Atom[]): string {
  return atoms.map(({ id }) => id).join('*');
}

function bounded(value: number): Dim {
  return Number.isSafeInteger(value) ? value : undefined;
}

function wrapped(size: Size): string {
  const text = formatDim(size);
  return isNumber(size) || (size.terms.length === 1 && !text.includes(' ')) ? text : `(${text})`;
}
