import type { Argument, Expression, Of } from '../syntax/ast';
import type { ModelLayer } from './model';

/** What a call to a layer's class makes: a layer, an activation for the layer before, or the model's input. */
export type ReadLayer =
  | {
      readonly kind: 'layer';
      readonly layer: Omit<ModelLayer, 'id' | 'inputs'>;
      readonly name?: string;
      /** The shape of one example that it is told to expect. */
      readonly takes?: readonly number[];
    }
  | { readonly kind: 'activation'; readonly activation: string }
  | { readonly kind: 'input'; readonly shape?: readonly number[] }
  | { readonly kind: 'fault'; readonly message: string };

/** The value of an expression that is a whole number, a text or a tuple of numbers, as far as it is known. */
export type Constant = (expression: Expression) => unknown;

type Call = Of<Expression, 'call'>;

interface Given {
  /** An argument by its place among those without a name, or by one of its names. */
  at(place: number, ...names: readonly string[]): Argument | undefined;
  /** Its value; undefined where it isn't given or isn't known. */
  value(place: number, ...names: readonly string[]): unknown;
  readonly call: Call;
  readonly written: string;
}

type Reader = (given: Given) => ReadLayer;

/** Layers of Keras by the name of their class. */
const keras: Readonly<Record<string, Reader>> = {
  Dense: given => {
    const units = size(given.value(0, 'units', 'output_dim'));
    if (units === undefined) return unread(given, 'its units');
    const activation = kerasActivation(given.at(1, 'activation'), given);
    if (typeof activation === 'object') return activation;
    const initializer = kerasInitializer(given);
    return layerOf(given, 'dense', {
      units,
      ...(activation !== 'linear' && { activation }),
      ...(initializer && { initializer }),
      ...(given.value(-1, 'use_bias', 'bias') === false && { bias: false }),
    });
  },
  Flatten: given => layerOf(given, 'flatten', {}),
  Dropout: given => {
    const rate = given.value(0, 'rate', 'p');
    return typeof rate === 'number' ? layerOf(given, 'dropout', { rate }) : unread(given, 'its rate');
  },
  Add: given => layerOf(given, 'add', {}),
  Concatenate: given => layerOf(given, 'concatenate', {}),
  add: given => layerOf(given, 'add', {}),
  concatenate: given => layerOf(given, 'concatenate', {}),
  Activation: given => {
    const activation = kerasActivation(given.at(0, 'activation'), given);
    return typeof activation === 'object' ? activation : { kind: 'activation', activation };
  },
  ReLU: () => ({ kind: 'activation', activation: 'relu' }),
  Softmax: () => ({ kind: 'activation', activation: 'softmax' }),
  Input: given => ({ kind: 'input', ...shapeOf(given.value(0, 'shape')) }),
  InputLayer: given => ({
    kind: 'input',
    ...shapeOf(given.value(0, 'input_shape', 'shape')),
  }),
};

/** Modules of PyTorch by the name of their class. */
const torch: Readonly<Record<string, Reader>> = {
  Linear: given => {
    const units = size(given.value(1, 'out_features'));
    if (units === undefined) return unread(given, 'its out_features');
    const takes = size(given.value(0, 'in_features'));
    const bias = given.value(2, 'bias') === false ? { bias: false } : {};
    const read = layerOf(given, 'dense', { units, ...bias });
    return read.kind === 'layer' && takes !== undefined ? { ...read, takes: [takes] } : read;
  },
  Flatten: given => layerOf(given, 'flatten', {}),
  Dropout: given => {
    const rate = given.value(0, 'p') ?? 0.5;
    return typeof rate === 'number' ? layerOf(given, 'dropout', { rate }) : unread(given, 'its p');
  },
  ReLU: () => ({ kind: 'activation', activation: 'relu' }),
  Sigmoid: () => ({ kind: 'activation', activation: 'sigmoid' }),
  Tanh: () => ({ kind: 'activation', activation: 'tanh' }),
  Softmax: () => ({ kind: 'activation', activation: 'softmax' }),
  Identity: () => ({ kind: 'activation', activation: 'linear' }),
  LeakyReLU: given => leaky(given),
};

/** Reads the call of a layer's class of Keras or PyTorch. A class that isn't known is a layer under its own name. */
export function readLayer(call: Call, fullName: string, constant: Constant): ReadLayer {
  const written = fullName.slice(fullName.lastIndexOf('.') + 1);
  const plain = call.args.filter(({ name, star }) => name === undefined && star === undefined);
  const at: Given['at'] = (place, ...names) =>
    call.args.find(({ name }) => name !== undefined && names.includes(name)) ?? plain[place];
  const given: Given = {
    at,
    value: (place, ...names) => {
      const argument = at(place, ...names);
      return argument && constant(argument.value);
    },
    call,
    written,
  };
  if (call.args.some(({ star }) => star)) return unread(given, 'its arguments behind *');
  const table = fullName.startsWith('torch.') ? torch : keras;
  return Object.hasOwn(table, written) ? table[written]!(given) : layerOf(given, written.toLowerCase(), {});
}

function layerOf({ call, written, value }: Given, type: string, fields: Record<string, unknown>): ReadLayer {
  const name = value(-1, 'name');
  const width = size(value(-1, 'input_dim'));
  const { shape = width === undefined ? undefined : [width] } = shapeOf(
    value(-1, 'input_shape', 'batch_input_shape'),
  );
  return {
    kind: 'layer',
    layer: { type, written, span: { start: call.start, end: call.end }, fields },
    ...(typeof name === 'string' && { name }),
    ...(shape && { takes: shape }),
  };
}

function unread({ written }: Given, what: string): ReadLayer {
  return {
    kind: 'fault',
    message: `${written} can’t be drawn, because ${what} can’t be read from the code.`,
  };
}

/** The designer's name of an activation that is given as a text or as a function. */
function kerasActivation(argument: Argument | undefined, given: Given): string | ReadLayer {
  if (!argument) return 'linear';
  const { value } = argument;
  if (value.kind === 'constant' && value.value === null) return 'linear';
  const name = value.kind === 'string' ? value.value : value.kind === 'attribute' ? value.name : undefined;
  if (name === undefined) return unread(given, 'its activation');
  return name.replaceAll('_', '-');
}

const initializers: Readonly<Record<string, string>> = {
  glorot_uniform: 'xavier',
  glorot_normal: 'xavier',
  he_normal: 'he',
  he_uniform: 'he',
  zeros: 'zeros',
};

/** Others are left to the designer's own choice: they change how training starts, not what the network is. */
function kerasInitializer({ value }: Given): string | undefined {
  const name = value(-1, 'kernel_initializer', 'init');
  return typeof name === 'string' && Object.hasOwn(initializers, name) ? initializers[name] : undefined;
}

function leaky(given: Given): ReadLayer {
  const slope = given.value(0, 'negative_slope') ?? 0.01;
  return slope === 0.01
    ? { kind: 'activation', activation: 'leaky-relu' }
    : { kind: 'fault', message: `LeakyReLU can’t be drawn: the designer’s has a slope of 0.01.` };
}

function size(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}

/** The shape of one example; a first size that is None, as of a batch, is left out. */
function shapeOf(value: unknown): { readonly shape?: readonly number[] } {
  if (size(value) !== undefined) return { shape: [value as number] };
  if (!Array.isArray(value)) return {};
  const sizes = value[0] === null ? value.slice(1) : value;
  return sizes.length > 0 && sizes.every(each => size(each) !== undefined) ? { shape: sizes } : {};
}
