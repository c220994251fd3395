import type { z } from 'zod';
import type { Activation } from '../activations/activation';
import type { Fan, Initializer } from '../initializers/initializer';
import type { Batch, Draws, Matrix, Op, StoredNumbers } from '../kernels/kernels';
import type { Dim, NamedDim, NamedShape, Shape } from '../shape';
import { kinds, type LayerKind } from './definition/kinds';
import type { LayerInputs } from './definition/layerInputs';
import { learningFields } from './definition/learningFields';

/** A parameter of a layer: W or b, with the notes' symbols beside the sizes. */
export interface ParameterShape {
  /** Within its layer: `W` or `b`. Letters and digits, since files join it to the layer's id with a dot. */
  readonly name: string;
  /** As people, seeds and files see it. */
  readonly dims: readonly NamedDim[];
  /**
   * How it lies in memory, where that is another order: the size that is seen as `axes[i]` is the i-th there, as in
   * `np.transpose(W, axes)`. For kernels a parameter is a matrix of the first size in memory and the product of the others.
   */
  readonly axes?: readonly number[];
  /** How many values an output is a sum of, and how many outputs a value goes into: what its initializer asks for. */
  readonly fan?: Fan<Dim>;
  /** The value of all its numbers before the first step, where no initializer draws it; 0 where absent. */
  readonly fill?: number;
  /** Whether weight decay makes it small: weights, not biases. */
  readonly decays?: true;
}

/** A parameter in a network: its symbol there is numbered, `W1`; within its layer it is `W`. */
export interface NumberedParameter extends ParameterShape {
  readonly unnumbered: string;
}

/** What a layer keeps from step to step and isn't learnt by gradients, such as running averages. Saved with the weights. */
export interface StateShape {
  readonly name: string;
  readonly dims: readonly NamedDim[];
  /** The value of all its numbers before the first step. */
  readonly start: number;
}

/** What a layer computes on the way, `Z` and `A`, or its one output. Same numbering as the parameters. */
export interface ValueShape {
  readonly name: string;
  readonly dims: NamedShape;
}

/** The notes' symbols for the sizes of what a layer gives: the number of values, and the sides of pictures. */
export interface SizeSymbols {
  readonly n: string;
  readonly n_H: string;
  readonly n_W: string;
  readonly n_C: string;
  /** The number of steps, where what comes in with the data is taken as series, (T_x, n_x). */
  readonly T?: string | undefined;
}

export interface ShapeContext<F> {
  readonly fields: F;
  /** The shape of one example from each layer that feeds this one; undefined where it isn't known. */
  readonly inputs: readonly (NamedShape | undefined)[];
  /** The shape of one example of the data, where it is known; what an input layer gives. */
  readonly data: Shape | undefined;
  /** For sizes that are this layer's own; those that it only passes on keep the symbols that they come with. */
  readonly symbols: SizeSymbols;
  /** Reports a fault of this layer. `fixes` name a field and its new value, or a layer to insert before this one. */
  problem(fault: LayerFault): void;
}

export interface LayerFault {
  readonly code: string;
  readonly message: string;
  readonly severity?: 'error' | 'warning' | 'information';
  /** The field the mark sits on; the layer's `type` where absent. */
  readonly field?: string;
  readonly fixes?: readonly LayerFix[];
}

export type LayerFix =
  | { readonly title: string; readonly set: { readonly field: string; readonly value: unknown } }
  /** Several fields at once, the type first where it is one of them; undefined leaves a field out. */
  | { readonly title: string; readonly change: Readonly<Record<string, unknown>> }
  | { readonly title: string; readonly insertBefore: { readonly type: string } }
  /** Of the layer whose values come in, where it has such a field: then it takes the place of an insertion. */
  | { readonly title: string; readonly setBefore: { readonly field: string; readonly value: unknown } };

/** How a size of the output comes about, its formula with the numbers put in: n_H, `28 + 2·1`, 30. */
export interface WorkedSize {
  readonly symbol: string;
  readonly how: string;
  readonly size: number;
}

export interface LayerShapes {
  /**
   * The shape of one example of the output, (n_h) or (n_H, n_W, n_C): the inference adds m. Undefined where it can't be
   * known.
   */
  readonly output: NamedShape | undefined;
  readonly parameters: readonly ParameterShape[];
  /** Shapes of one example. A alone, of the output's shape, where it is left out. */
  readonly values?: readonly ValueShape[];
  /** What training changes besides the parameters. */
  readonly state?: readonly StateShape[];
  /** Floating-point operations of the forward pass for one example (a multiply and an add are two). */
  readonly flops: number;
  /** Numbers that an example needs in memory besides its values, such as the windows of a convolution. */
  readonly working?: number;
  readonly worked?: readonly WorkedSize[];
}

/** A layer's output in a plan, and the gradient of the cost by it (absent where nothing needs it). */
export interface Value {
  readonly A: Batch;
  readonly dA: Batch | undefined;
  /** The shape of one example. */
  readonly shape: readonly number[];
}

export interface PlannedParameter {
  readonly value: Matrix;
  /** Without memory where the layer is frozen: no op that is made reads or writes it. */
  readonly gradient: Matrix;
}

/**
 * What a layer's `plan` writes into. Ops run in the order pushed; backward ops of later layers run first. A layer that
 * does something else while it learns than in use (dropout, batch norm) pushes an op for each of the two. A layer that is
 * frozen is used in both, whose gradients and states nothing changes: ops that would are left out.
 */
export interface LayerPlan<F> {
  readonly fields: F;
  readonly inputs: readonly Value[];
  readonly output: Value;
  /** The layer's parameter by its unnumbered name, `W`. */
  parameter(name: string): PlannedParameter;
  /** The layer's state by its name, `mean`. */
  state(name: string): Matrix;
  /** What the layer's random numbers depend on. */
  readonly draws: Draws;
  /** Numbers that a step works out, (rows, columns), and keeps until the next. */
  numbers(rows: number, columns: number): Matrix;
  /** A buffer (n, m) for the plan's batch. */
  batch(n: number): Batch;
  /** The same for bytes: four, at least, to each of the n. */
  bytes(n: number): Batch;
  /** A batch's examples as rows of n values: (n, m · of.n / n), in its memory. */
  rows(of: Batch, n: number): Batch;
  /** A table that calls read, in the memory of the kernels. */
  place<T extends StoredNumbers>(table: T): T;
  /** Forward, whenever it is. */
  forward(op: Op): void;
  /** Forward in a step of training only, whose batch backward sees. */
  learning(op: Op): void;
  /** Forward in prediction and evaluation only. */
  using(op: Op): void;
  backward(op: Op): void;
  /** Backward too: gradients of the layer's parameters and nothing else. Left out where it is frozen. */
  gradients(op: Op): void;
  /** Whether the parameters stay as they are, for a layer whose backward isn't the same then. */
  readonly frozen: boolean;
  /** With the update, once a step: for state. A step that is left half way, or looked at twice, changes none. */
  after(op: Op): void;
  /**
   * A = g(Z) forward and dZ from the output's dA backward; at the output of the network, where the loss pairs with g,
   * dZ = A − Y instead. Of Z that is rows of a batch, so is A.
   */
  activation(g: Activation, Z: Batch, dZ: Batch): void;
}

/** A case that is a test (shape rule = real output, gradient = finite difference, JSON round trip) and documentation. */
export interface LayerExample {
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The shape of one example of each input. */
  readonly inputs: readonly (readonly number[])[];
  readonly output: readonly number[];
  readonly parameterCount: number;
}

/** Everything there is to know about one type of layer. */
export interface LayerDefinition<S extends z.ZodRawShape = z.ZodRawShape> {
  readonly type: string;
  readonly title: string;
  readonly summary: string;
  /** A codicon's name. */
  readonly icon: string;
  readonly formulas: readonly string[];
  readonly kind: LayerKind;
  /** Its place among those that a beginner meets first, which the palette begins with. */
  readonly early?: number;
  readonly inputs: LayerInputs;
  /** What stands for it on the canvas where its figure has room for a sign: `+` where branches meet. */
  readonly sign?: string;
  /** The layer's fields besides `id`, `type` and `inputs`; zod `.meta({ title, description })` makes the inspector. */
  readonly fields: S;
  /** The id that a new layer of this type has, where its type says less. */
  readonly newId?: string;
  /** The fields a new layer of this type starts with in the text. */
  readonly initial: Readonly<Record<string, unknown>>;
  readonly examples: readonly LayerExample[];
  shapes(context: ShapeContext<z.output<z.ZodObject<S>>>): LayerShapes;
  /** How each parameter starts: W by the layer's initializer. One that it gives nothing for starts at zero, as b does. */
  initializer?(
    fields: z.output<z.ZodObject<S>>,
    parameter: string,
  ): { readonly initializer: Initializer; readonly fields: Readonly<Record<string, number>> } | undefined;
  /**
   * Whether the output is the input's values under another shape: then a plan keeps them in the same memory, and
   * `plan` pushes no op.
   */
  readonly reshapes?: true;
  /** Whether the output is the values of the inputs side by side, each as it was: weights after it tell them apart. */
  readonly gathers?: true;
  /**
   * Whether a value depends on the other examples of the batch. Then a batch isn't cut into pieces, whose size is the
   * machine's: the whole of it is in memory at once, and the result is the same everywhere.
   */
  readonly wholeBatch?: true;
  /** Whether it takes a series, (T, n) or tokens (T): then the data that feed it are called so, and not a picture. */
  readonly takesSteps?: true;
  /**
   * Of a layer that takes indices of tokens instead of amounts: how many different ones it tells apart, 0 and those up to
   * one less. They come from the data as they are, and no gradient goes back to them.
   */
  vocabulary?(fields: z.output<z.ZodObject<S>>): number;
  plan(plan: LayerPlan<z.output<z.ZodObject<S>>>): void;
  /**
   * How it is planned where a series comes step by step, such as a text that is gone on with: `alone` where what it gives of a step
   * depends on that step alone, so that `plan` does; else ops that keep what later steps need. Undefined where it can't, or not
   * with these fields.
   */
  readonly stepwise?: 'alone' | Stepwise<z.output<z.ZodObject<S>>>;
}

export type Stepwise<F> = (fields: F) => ((plan: LayerPlan<F>, steps: KeptSteps) => void) | undefined;

/** The place in a series that comes step by step, and what is kept of it. */
export interface KeptSteps {
  /** One number: how many steps came before those of this run. */
  readonly at: Int32Array;
  /** The most steps that there are, T. */
  readonly most: number;
  /** Numbers that a layer keeps from run to run, (rows, columns), by a name of its own. */
  kept(name: string, rows: number, columns: number): Matrix;
}

/**
 * Keeps the types of the fields while a layer is written; the registry holds them all as `LayerDefinition`. Those that learn
 * have the fields of all that do.
 */
export function defineLayer<S extends z.ZodRawShape>(definition: LayerDefinition<S>): LayerDefinition {
  const { learns } = kinds[definition.kind];
  const fields = learns ? { ...definition.fields, ...learningFields } : definition.fields;
  return { ...definition, fields } as unknown as LayerDefinition;
}
