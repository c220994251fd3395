import type { NumberedParameter, StateShape, ValueShape, WorkedSize } from '../layers/layer';
import type { Span } from '../problem';
import type { NamedShape, Shape } from '../shape';
import type { DataSettings, TrainingSettings } from './schema';

/** A layer as parsed: its text may be half written, so every field may be missing or of no use. */
export interface LayerNode {
  readonly id: string;
  readonly type: string;
  /** The fields the layer's definition validates, defaults filled in; undefined where they don't validate. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  /** As written, for the inspector to show also what is wrong. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Ids of the layers that feed this one: `inputs` as written, else the layer before it in the list. */
  readonly inputs: readonly string[];
  /** Whether `inputs` is written out. */
  readonly explicitInputs: boolean;
  readonly span: Span;
  /** The span of a written field's value; of `type` and `id` too. */
  fieldSpan(name: string): Span | undefined;
}

export interface Network {
  readonly name: string | undefined;
  readonly layers: readonly LayerNode[];
  /** The file or run that layers start with the weights of. */
  readonly weights: string | undefined;
  /** Undefined where the text has none or it doesn't validate. */
  readonly data: DataSettings | undefined;
  /** Defaults filled in; undefined where it doesn't validate. */
  readonly training: TrainingSettings | undefined;
  /** Which way it flows on the canvas, where the file says it. */
  readonly flow: 'auto' | 'horizontal' | 'vertical' | undefined;
  /** Ids of the layers of each group that is drawn as one, by its name. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Pinned positions by layer id. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** The span of any value by its path from the top, `training.optimizer.learningRate`, `layers.2.units`. */
  span(path: string): Span | undefined;
}

/** What the inference says of one layer. Symbols are the notes': W1 is (n_h, n_x). */
export interface LayerReport {
  readonly id: string;
  /** The number of its W1 and b1 among the layers that are counted, from 1; undefined for input, flatten and their like. */
  readonly number: number | undefined;
  /** The shape of one example at the output. */
  readonly output: Shape | undefined;
  /** The same with symbols: (n_h), (n_H, n_W, n_C). */
  readonly example: NamedShape | undefined;
  /** The same for the whole batch, with symbols: (n_h, m). */
  readonly outputNamed: NamedShape;
  /** Named with the layer's number: W1, b1. */
  readonly parameters: readonly NumberedParameter[];
  /** Z1 and A1. */
  readonly values: readonly ValueShape[];
  readonly worked: readonly WorkedSize[];
  readonly states: readonly StateShape[];
  readonly parameterCount: number | undefined;
  /** Forward, one example. */
  readonly flops: number;
  /** Bytes of parameters, and of what is computed of one example, in the network's precision. */
  readonly bytes: { readonly parameters: number; readonly activations: number };
}

export interface ShapeReport {
  /** By layer id, in an order in which each comes after its inputs. */
  readonly layers: ReadonlyMap<string, LayerReport>;
  readonly parameterCount: number | undefined;
  /** Of these, how many training changes: those of layers that aren't frozen. */
  readonly trainableCount: number | undefined;
  readonly flops: number;
  readonly bytes: { readonly parameters: number; readonly activations: number };
}
