import type { Span } from '../../core/problem';
import type { ClassEntry, Entry } from '../ops/entry';
import { type Dim, type Size, sizeOf } from '../sizes/size';
import type { Block, ClassStatement, Docstring, Expression, Parameter } from '../syntax/ast';
import { newCells } from './newCells';

/** The sizes of an array, outermost first; undefined where not even their number is known. */
export type Shape = readonly Dim[] | undefined;

/** Where a value came from, for messages. */
export interface Origin {
  /** A node of the tree where there is one: it moves with the text before it, so that what is remembered stays right. */
  readonly span: Span;
  /** Ends the sentence "X is (n_x, m), …": `as its docstring says`. */
  readonly words?: string;
}

interface Traced {
  readonly origin?: Origin;
}

/** What an expression may be. Anything not known is `unknown`, and nothing is ever said about it. */
export type Value = Traced &
  /**
   * `size` is what it is where it is a whole number, as for a parameter that nothing tells of; `lists` are those of which
   * it is one.
   */
  (
    | {
        readonly kind: 'unknown';
        readonly size?: Size;
        readonly lists?: Lists;
      }
    | { readonly kind: 'none' }
    | { readonly kind: 'ellipsis' }
    | { readonly kind: 'bool'; readonly value?: boolean }
    /** A whole number, as a size: a symbol, a polynomial, or unknown. */
    | { readonly kind: 'int'; readonly size: Dim }
    | { readonly kind: 'float'; readonly value?: number }
    | { readonly kind: 'string'; readonly value?: string }
    | TupleValue
    | ListValue
    | DictValue
    | ArrayValue
    | { readonly kind: 'slice'; readonly lower: Value; readonly upper: Value; readonly step: Value }
    | { readonly kind: 'range'; readonly start: Dim; readonly stop: Dim; readonly step: Dim }
    | ModuleValue
    | FunctionValue
    | OpValue
    | ClassValue
    | InstanceValue
  );

export type Kind = Value['kind'];
export type ValueOf<K extends Kind> = Extract<Value, { readonly kind: K }>;

export interface TupleValue extends Traced {
  readonly kind: 'tuple';
  readonly items: readonly Value[];
  /** The fields of a named tuple, in the order of `items`. */
  readonly fields?: readonly string[];
}

/** Shared by all names that hold it. What it holds is in `cells`, so that a branch can be taken back. */
export interface ListValue extends Traced {
  readonly kind: 'list';
  readonly cells: Cells<ListState>;
}

/** What a list holds: each item, or, where their number isn't known, what all of them have in common. */
export interface ListState {
  readonly items?: readonly Value[];
  readonly each: Value;
}

export interface DictValue extends Traced {
  readonly kind: 'dict';
  /** Under each key that is a known string or number, its value; under `unknownKey`, that there may be others. */
  readonly cells: Cells<Value>;
}

/** Changed through `Store` only. */
export type Cells<T> = Map<string, T>;

export type Lists = readonly Cells<ListState>[];

/** An array of any library; `type` is the full name of its class, under which its methods are found. */
export interface ArrayValue extends Traced {
  readonly kind: 'array';
  readonly type: string;
  readonly shape: Shape;
  /** NumPy's name of it: `float64`, `int64`, `uint8`, `bool`. */
  readonly dtype?: string;
  /** What else its library needs to remember of it. */
  readonly facts?: Readonly<Record<string, Value>>;
}

export interface ModuleValue extends Traced {
  readonly kind: 'module';
  /** Its full name, after aliases: `numpy.random`. */
  readonly name: string;
}

export interface FunctionValue extends Traced {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block | Expression;
  readonly docstring?: Docstring;
  readonly generator: boolean;
  /** Whether a decorator may have made something else of it. */
  readonly wrapped: boolean;
  readonly scope: Scope;
  /** Defaults as they were when the `def` ran, by parameter. */
  readonly defaults: ReadonlyMap<string, Value>;
  readonly self?: Value;
  /** How it is bound when read from an instance, where not as a method. */
  readonly binding?: 'static' | 'class' | 'property';
  /** The class whose body it stands in, for `super()`. */
  readonly owner?: ClassValue;
  readonly span: Span;
}

/** A function of a library, perhaps bound to the value that it is a method of. */
export interface OpValue extends Traced {
  readonly kind: 'op';
  readonly entry: Entry;
  readonly name: string;
  readonly self?: Value;
}

export interface ClassValue extends Traced {
  readonly kind: 'class';
  readonly name: string;
  readonly bases: readonly Value[];
  /** A class of a library has an entry, one of the user a body. */
  readonly entry?: ClassEntry;
  readonly statement?: ClassStatement;
  readonly members: Cells<Value>;
}

export interface InstanceValue extends Traced {
  readonly kind: 'instance';
  readonly of: ClassValue;
  readonly attributes: Cells<Value>;
}

/** The names that a function, a module or a comprehension sets. */
export interface Scope {
  readonly names: Cells<Value>;
  readonly parent?: Scope;
  /** Names declared `global` or `nonlocal`, and where they live. */
  elsewhere?: Map<string, Scope>;
  readonly kind: 'module' | 'function' | 'class';
  /** Whether a function was made in it, which may read its names after it has ended. */
  captured?: boolean;
}

export const unknown: Value = { kind: 'unknown' };
export const none: Value = { kind: 'none' };
export const unknownKey = '\0';
/** The attribute under which an instance of a library's container keeps the list that a loop over it goes through. */
export const heldKey = ' held';

export function int(size: Dim): Value {
  return { kind: 'int', size };
}

/** A size that was met under a name. */
export function atomValue(id: string, name: string, general = false): Value {
  return int(sizeOf({ id, name, general }));
}

export function bool(value?: boolean): Value {
  return value === undefined ? { kind: 'bool' } : { kind: 'bool', value };
}

export function string(value?: string): Value {
  return value === undefined ? { kind: 'string' } : { kind: 'string', value };
}

export function float(value?: number): Value {
  return value === undefined ? { kind: 'float' } : { kind: 'float', value };
}

export function tuple(items: readonly Value[]): TupleValue {
  return { kind: 'tuple', items };
}

export function list(items: readonly Value[]): ListValue {
  return { kind: 'list', cells: newCells([['', { items, each: unknown }]]) };
}

/** A list of an unknown number of items that are all like `each`. */
export function listOf(each: Value): ListValue {
  return { kind: 'list', cells: newCells([['', { each }]]) };
}

export function dict(entries: Iterable<readonly [string, Value]>, open = false): DictValue {
  const cells = newCells(entries);
  if (open) cells.set(unknownKey, unknown);
  return { kind: 'dict', cells };
}

export function array(type: string, shape: Shape, dtype?: string): ArrayValue {
  return { kind: 'array', type, shape, dtype };
}

/** What a list holds; of anything else nothing is known. */
export function listState(list: Value | undefined): ListState {
  return (list?.kind === 'list' && list.cells.get('')) || { each: unknown };
}

/** The lists of which a value is one; undefined for what may be anything else. */
export function listsOf(value: Value): Lists | undefined {
  return value.kind === 'list' ? [value.cells] : value.kind === 'unknown' ? value.lists : undefined;
}

/** The items of a tuple or a list whose length is known. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (value.kind === 'tuple') return value.items;
  if (value.kind === 'list') return listState(value).items;
  if (value.kind === 'range') return rangeItems(value);
  if (value.kind === 'instance') return listState(value.attributes.get(heldKey)).items;
  return undefined;
}

const longestRange = 256;

function rangeItems({ start, stop, step }: ValueOf<'range'>): readonly Value[] | undefined {
  if (typeof start !== 'number' || typeof stop !== 'number' || typeof step !== 'number' || step === 0)
    return undefined;
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return length > longestRange ? undefined : Array.from({ length }, (_, i) => int(start + i * step));
}

/** What a value is as a size: of a whole number, and of what stands where only a whole number can. */
export function sizeIn(value: Value | undefined): Dim {
  return value?.kind === 'int' || value?.kind === 'unknown' ? value.size : undefined;
}

/** The key under which a dict keeps a value: strings, numbers, and arrays that have a key. */
export function keyOfValue(value: Value): string | undefined {
  if (value.kind === 'string' && value.value !== undefined) return value.value;
  if (value.kind === 'int' && typeof value.size === 'number') return `#${value.size}`;
  if ((value.kind === 'bool' || value.kind === 'float') && value.value !== undefined)
    return `#${Number(value.value)}`;
  // what a library looks up by what it is: a placeholder of TensorFlow
  if (value.kind === 'array' && value.facts?.key?.kind === 'string') return value.facts.key.value;
  return undefined;
}

/** The key as the program wrote it. */
export function valueOfKey(key: string): Value {
  if (!key.startsWith('#')) return string(key);
  const number = Number(key.slice(1));
  return Number.isInteger(number) ? int(number) : float(number);
}
