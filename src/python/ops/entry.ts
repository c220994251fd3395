import type { InstanceValue, Value } from '../values/value';
import type { Call } from './call';

/** What a library's name stands for. Each is found under its full names, after aliases: `numpy.dot`. */
export type Entry = FunctionEntry | AttributeEntry | ValueEntry | ClassEntry;

/**
 * A function, or a method where a name has a class in it: `numpy.ndarray.dot` has its array as the first parameter.
 * Operators are methods under Python's names for them: `numpy.ndarray.__matmul__`, `__getitem__`, `__neg__`.
 */
export interface FunctionEntry {
  readonly kind: 'function';
  readonly names: readonly string[];
  /** As `def` writes them: `a, axis=None, *rest, keepdims=False`. Arguments reach the rule by these names. */
  readonly parameters: string;
  /** Gives the result, `unknown` where it can't tell, and reports what can't be right. Never throws. */
  readonly rule: (call: Call) => Value;
}

/** Something read without a call: `numpy.ndarray.T`. */
export interface AttributeEntry {
  readonly kind: 'attribute';
  readonly names: readonly string[];
  /** `call.args.self` is what it is read from. */
  readonly rule: (call: Call) => Value;
}

/** A constant: `numpy.pi`. */
export interface ValueEntry {
  readonly kind: 'value';
  readonly names: readonly string[];
  readonly value: Value;
}

/**
 * A class: its instances can be made, called, read and subclassed by the user's classes. Methods and attributes are
 * entries of their own under the class's name; those of `bases` are inherited.
 */
export interface ClassEntry {
  readonly kind: 'class';
  readonly names: readonly string[];
  /** Full names of classes with entries: `torch.nn.Module`. */
  readonly bases?: readonly string[];
  /** Of `__init__`, without self. */
  readonly parameters: string;
  /** What `__init__` does: sets attributes with `call.set(self.attributes, …)`. */
  readonly init?: (call: Call, self: InstanceValue) => void;
  /** What making one gives, where that is something else than an instance: `pandas.DataFrame`. */
  readonly make?: (call: Call) => Value;
  /** What calling an instance does; its parameters in `callParameters`. */
  readonly call?: (call: Call, self: InstanceValue) => Value;
  readonly callParameters?: string;
}

/** Entries that belong together: the one export of a file in a library's folder. */
export interface Family {
  /** The heading in the docs: `Products`. */
  readonly title: string;
  /** What of it is checked, in a sentence or two for the docs. */
  readonly about: string;
  readonly entries: readonly Entry[];
}

/** A library: the one export of its folder's index. */
export interface Library {
  readonly name: string;
  readonly families: readonly Family[];
  /** Other names of modules and classes, by their first parts: `tensorflow.keras` is `keras`. */
  readonly aliases?: Readonly<Record<string, string>>;
}
