import type { Argument, Expression, Of } from '../../../syntax/ast';
import type { Constant } from '../../constants';
import type { ModelLayer } from '../../model';
import { type Parameter, parametersIn } from './parameters';

/** What a call of a layer’s class makes: a layer, an activation for the layer before, or the model’s input. */
export type ReadLayer =
  | {
      readonly kind: 'layer';
      readonly layer: Omit<ModelLayer, 'id' | 'inputs'>;
      readonly name?: string;
      /** The shape of one example that it is told to expect. */
      readonly takes?: readonly number[];
    }
  | { readonly kind: 'activation'; readonly activation: string; readonly written: string }
  | { readonly kind: 'input'; readonly shape?: readonly number[] }
  | Fault;

export interface Fault {
  readonly kind: 'fault';
  readonly message: string;
}

/** What a layer’s class takes. */
interface Takes {
  readonly library: 'keras' | 'torch';
  readonly parameters: string;
}

/** What any layer of Keras may be given besides: none of it changes what the layer does, as it is by default. */
const ofKeras = parametersIn(
  'name=None, input_shape=None, batch_input_shape=None, input_dim=None, dtype="float32", trainable=True, weights=None',
);
const ofTorch = parametersIn('device=None, dtype="float32"');

/** A call of a layer’s class: its settings by name, and which of them were asked for. */
export class GivenLayer {
  /** As the program calls the class: `Dense`. */
  readonly written: string;
  /** Why nothing of it can be read. */
  readonly fault: ReadLayer | undefined;
  readonly #constant: Constant;
  readonly #span: { readonly start: number; readonly end: number };
  readonly #parameters: readonly Parameter[];
  readonly #given = new Map<Parameter, Argument>();
  readonly #asked = new Set<Parameter>();
  readonly #leftOut: string[] = [];

  constructor(
    { args, start, end }: Of<Expression, 'call'>,
    written: string,
    { library, parameters }: Takes,
    constant: Constant,
  ) {
    this.written = written;
    this.#constant = constant;
    this.#span = { start, end };
    const own = parametersIn(parameters);
    this.#parameters = [...own, ...(library === 'keras' ? ofKeras : ofTorch)];
    this.fault = args.some(({ star }) => star)
      ? this.unread('its arguments behind *')
      : this.#bind(args, own);
  }

  /** What a setting is, its default where it isn’t given; undefined where it isn’t known. */
  value(name: string): unknown {
    const argument = this.argument(name);
    return argument ? this.#constant(argument) : this.#parameter(name).standard?.value;
  }

  /** What is given for a setting, as it is written. */
  argument(name: string): Expression | undefined {
    const parameter = this.#parameter(name);
    this.#asked.add(parameter);
    return this.#given.get(parameter)?.value;
  }

  /** A setting that says nothing of what the network is, such as how it starts: it is left out, which is told. */
  leave(...names: readonly string[]): void {
    for (const name of names) {
      const parameter = this.#parameter(name);
      const value = this.#other(parameter);
      this.#asked.add(parameter);
      if (value) this.#leftOut.push(`${name}${value.words}`);
    }
  }

  /** The designer’s `bias`, where PyTorch’s is False. */
  torchBias(): { readonly bias?: false } | Fault {
    const bias = this.value('bias');
    if (typeof bias !== 'boolean') return this.unread('its bias');
    return bias ? {} : { bias };
  }

  /** A layer of the designer with what all layers of the library may say. */
  layer(type: string, fields: Readonly<Record<string, unknown>>, takes?: readonly number[]): ReadLayer {
    const name = this.#shared('name');
    const width = size(this.#shared('input_dim'));
    const shape =
      takes ??
      shapeOf(this.#shared('input_shape') ?? this.#shared('batch_input_shape')) ??
      (width === undefined ? undefined : [width]);
    return {
      kind: 'layer',
      layer: { type, written: this.written, span: this.#span, fields },
      ...(typeof name === 'string' && { name }),
      ...(shape && { takes: shape }),
    };
  }

  /** The layer could be read, but for something that the code doesn’t tell. */
  unread(what: string): Fault {
    return {
      kind: 'fault',
      message: `${this.written} can’t be drawn, because ${what} can’t be read from the code.`,
    };
  }

  /** The designer’s layer hasn’t a setting, or not with this value. */
  refused(name: string): Fault {
    const words = this.#other(this.#parameter(name))?.words ?? '';
    return { kind: 'fault', message: `The designer has no ${this.written} with ${name}${words}.` };
  }

  /** What was read, once every setting that is given was asked for or is the default. */
  checked(read: ReadLayer): ReadLayer {
    if (read.kind === 'fault') return read;
    for (const parameter of this.#given.keys()) {
      // an activation and an input have no name of their own in a network
      if (parameter.names[0] === 'name') continue;
      if (!this.#asked.has(parameter) && this.#other(parameter)) return this.refused(this.#nameOf(parameter));
    }
    return read.kind === 'layer' && this.#leftOut.length > 0
      ? { ...read, layer: { ...read.layer, leftOut: this.#leftOut } }
      : read;
  }

  #bind(args: readonly Argument[], own: readonly Parameter[]): ReadLayer | undefined {
    let place = 0;
    for (const argument of args) {
      const { name } = argument;
      const parameter =
        name === undefined ? own[place++] : this.#parameters.find(({ names }) => names.includes(name));
      if (parameter) this.#given.set(parameter, argument);
      else {
        const what = name ?? `${place} arguments without a name`;
        return { kind: 'fault', message: `The designer has no ${this.written} with ${what}.` };
      }
    }
    return undefined;
  }

  /** What a parameter is given that isn’t its default, in words. */
  #other(parameter: Parameter): { readonly words: string } | undefined {
    const argument = this.#given.get(parameter);
    if (!argument) return undefined;
    const { value } = argument;
    // `torch.float32`
    const known = value.kind === 'attribute' ? (this.#constant(value) ?? value.name) : this.#constant(value);
    if (same(known, parameter.standard?.value)) return undefined;
    return { words: known === undefined ? '' : ` ${inPython(known)}` };
  }

  /** As the program writes it. */
  #nameOf(parameter: Parameter): string {
    return this.#given.get(parameter)?.name ?? parameter.names[0]!;
  }

  #shared(name: string): unknown {
    return this.#parameters.some(({ names }) => names.includes(name)) ? this.value(name) : undefined;
  }

  #parameter(name: string): Parameter {
    const found = this.#parameters.find(({ names }) => names.includes(name));
    if (!found) throw new Error(`${this.written} has no parameter ${name}.`);
    return found;
  }
}

/** A whole number above 0. */
export function size(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
}

/** The shape of one example; a first size that is None, as of a batch, is left out. */
export function shapeOf(value: unknown): readonly number[] | undefined {
  if (size(value) !== undefined) return [value as number];
  if (!Array.isArray(value)) return undefined;
  const sizes = value[0] === null ? value.slice(1) : value;
  return sizes.length > 0 && sizes.every(each => size(each) !== undefined) ? sizes : undefined;
}

function inPython(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return Array.isArray(value) ? `(${value.map(inPython).join(', ')})` : JSON.stringify(value);
}

function same(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, i) => same(item, b[i]))
    : a === b;
}
