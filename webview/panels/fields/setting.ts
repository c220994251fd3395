import type { Fix, Problem } from '../../../src/core/problem';
import type { Field } from './field';

/** A field with its value in the network, and what may be done with it. */
export interface Setting<F extends Field = Field> {
  readonly field: F;
  /** As written; undefined where it isn't. */
  readonly value: unknown;
  /** Whether several layers are selected that differ in it. */
  readonly mixed: boolean;
  /** The path of the field in the problems: `units`, `training.optimizer.learningRate`. */
  readonly path: string;
  /** Those of this field and of the fields inside it. */
  readonly problems: readonly Problem[];
  readonly editable: boolean;
  /** Shows the value on the canvas while it is being typed. */
  preview(value: unknown): void;
  /** Takes back what `preview` showed. */
  cancel(): void;
  /** Writes the value, as one undo step; undefined removes the field. `within` leads to a value inside an object. */
  commit(value: unknown, within?: readonly string[]): void;
  fix(fix: Fix): void;
  /** Shows the field in the text; absent where it isn't written. */
  reveal?(): void;
}

/** Draws a field of one kind into `root`. Called at each change: keeps focus, caret and what is being typed. */
export type Widget<F extends Field> = (root: HTMLElement, setting: Setting<F>, row: Row) => void;

/** Draws a setting with its title and problems; given to the widgets whose fields hold fields. */
export type Row = (root: HTMLElement, setting: Setting) => void;

/** What a person typed: its value (undefined removes the field), or one sentence that says what would do. */
export type Reading = { readonly value: unknown } | { readonly fault: string };
