import type { Expression, Of } from '../syntax/ast';
import type { Constant } from './constants';
import type { FullNames } from './fullNames';
import type { ReadLayer } from './layers/given/givenLayer';
import { activated, expecting, inputNode, ModelFault, type Node } from './nodes';
import { readLayer } from './readLayer';

type Call = Of<Expression, 'call'>;

/** What makes a model of a list of layers. */
const sequential = /^(?:(?:tensorflow|keras|tf_keras)\.(?:.*\.)?|torch\.nn\.)Sequential$/;
/** What makes one of its inputs and outputs. */
const functional = /^(?:tensorflow|keras|tf_keras)\.(?:.*\.)?Model$/;
const layerClass = /^(?:(?:tensorflow|keras|tf_keras)\.(?:.*\.)?layers\.(?:.*\.)?|torch\.nn\.)[A-Z]\w*$/;
/** Keras's Input has a second place. */
const inputFunction = /^(?:tensorflow|keras|tf_keras)\.(?:.*\.)?Input$/;
const mergeFunction =
  /^(?:tensorflow|keras|tf_keras)\.(?:.*\.)?(?:add|concatenate|multiply|average|maximum|subtract|minimum|dot)$/;

const mostLayers = 1000;

/** The layers and the tensors that the statements of one block have given names so far. */
export class LayerCalls {
  readonly #fullName: FullNames;
  readonly #constant: Constant;
  /** Layers that weren't called yet; a second call would share weights. */
  readonly #layers = new Map<string, { readonly read: ReadLayer; calls: number }>();
  readonly #tensors = new Map<string, Node | ModelFault>();
  #count = 0;

  constructor(fullName: FullNames, constant: Constant) {
    this.#fullName = fullName;
    this.#constant = constant;
  }

  kindOf(call: Call): 'sequential' | 'functional' | undefined {
    const name = this.#fullName(call.callee);
    if (name === undefined) return undefined;
    return sequential.test(name) ? 'sequential' : functional.test(name) ? 'functional' : undefined;
  }

  /** `name = value` of the block. */
  assign(name: string, value: Expression): void {
    this.#layers.delete(name);
    this.#tensors.delete(name);
    const read = this.#layerIn(value);
    if (read && read.kind !== 'input') {
      this.#layers.set(name, { read, calls: 0 });
      return;
    }
    try {
      const tensor = this.#tensor(value);
      if (tensor) this.#tensors.set(name, tensor);
    } catch (error) {
      if (!(error instanceof ModelFault)) throw error;
      this.#tensors.set(name, error);
    }
  }

  /** The last of a chain of layers, one behind the other. Throws a `ModelFault`. */
  follow(before: Node | undefined, items: readonly Expression[]): Node | undefined {
    let last = before;
    for (const item of items) {
      if (item.kind === 'call' && this.kindOf(item) === 'sequential') {
        last = this.follow(last, this.itemsOf(item));
        continue;
      }
      // pairs of a name and a layer, as in an OrderedDict
      const named = item.kind === 'tuple' && item.items.length === 2 ? item.items : undefined;
      const name = named && this.#constant(named[0]!);
      const read = this.#layer(named ? named[1]! : item);
      const takes = read.kind === 'layer' && read.takes?.length === 1 ? read.takes[0] : undefined;
      if (last && takes !== undefined) last = expecting(last, takes);
      last = this.#put(read, last ? [last] : [], item, typeof name === 'string' ? name : undefined);
    }
    return last;
  }

  /** The expressions of the layers that `Sequential` is given. Throws a `ModelFault`. */
  itemsOf({ args }: Call): readonly Expression[] {
    const plain = args.filter(({ name }) => name === undefined || name === 'layers');
    const [first] = plain;
    if (!first) return [];
    const listed = listIn(first.value);
    if (plain.length === 1 && listed) return listed;
    return plain.map(({ value, star }) => {
      if (star) throw new ModelFault('The layers behind * can’t be read from the code.', value);
      return value;
    });
  }

  /** The outputs of `Model(inputs, outputs)`. Throws a `ModelFault`. */
  outputsOf({ args, ...span }: Call): Node[] {
    const outputs =
      args.find(({ name }) => name === 'outputs' || name === 'output') ??
      args.filter(({ name }) => name === undefined)[1];
    if (!outputs) throw new ModelFault('The outputs of the model can’t be read from the code.', span);
    return this.#tensorsIn(outputs.value);
  }

  #tensorsIn(value: Expression): Node[] {
    const all = value.kind === 'list' || value.kind === 'tuple' ? value.items : [value];
    return all.map(each => {
      const tensor = this.#tensor(each);
      if (!tensor) throw new ModelFault('What a layer is called on can’t be read from the code.', each);
      return tensor;
    });
  }

  /** What a call of a layer gives; undefined where the expression isn't one. Throws a `ModelFault`. */
  #tensor(value: Expression): Node | undefined {
    if (value.kind === 'name') {
      const held = this.#tensors.get(value.id);
      if (held instanceof ModelFault) throw held;
      return held;
    }
    if (value.kind !== 'call') return undefined;
    const name = this.#fullName(value.callee);
    if (name !== undefined && inputFunction.test(name)) return this.#put(this.#read(value, name), [], value);
    const merges = name !== undefined && mergeFunction.test(name);
    const read = merges ? this.#read(value, name) : this.#called(value.callee);
    const [on] = value.args;
    return read && on && this.#put(read, this.#tensorsIn(on.value), value);
  }

  /** The layer that is called, by its expression or the name it was given. */
  #called(callee: Expression): ReadLayer | undefined {
    const held = callee.kind === 'name' ? this.#layers.get(callee.id) : undefined;
    if (!held) return this.#layerIn(callee);
    if (held.calls++ > 0) {
      throw new ModelFault('A layer that is called twice shares its weights, which can’t be drawn.', callee);
    }
    return held.read;
  }

  #layer(item: Expression): ReadLayer {
    const read = item.kind === 'name' ? this.#layers.get(item.id)?.read : this.#layerIn(item);
    if (!read) throw new ModelFault('This layer can’t be read from the code.', item);
    return read;
  }

  #layerIn(value: Expression): ReadLayer | undefined {
    if (value.kind !== 'call') return undefined;
    const name = this.#fullName(value.callee);
    const known = name !== undefined && (layerClass.test(name) || inputFunction.test(name));
    return known && !sequential.test(name) ? this.#read(value, name) : undefined;
  }

  #read(call: Call, name: string): ReadLayer {
    return readLayer(call, name, this.#constant);
  }

  #put(read: ReadLayer, inputs: readonly Node[], span: Expression, given?: string): Node {
    if (++this.#count > mostLayers)
      throw new ModelFault(`Programs with over ${mostLayers} layers aren’t drawn.`, span);
    const place = { start: span.start, end: span.end };
    switch (read.kind) {
      case 'fault':
        throw new ModelFault(read.message, span);
      case 'input':
        return inputNode(read.shape, place);
      case 'activation':
        return activated(inputs[0], read, place);
      case 'layer': {
        const name = given ?? read.name;
        return {
          ...read.layer,
          inputs: inputs.length > 0 ? inputs : [inputNode(read.takes, place)],
          ...(name !== undefined && { name }),
        };
      }
    }
  }
}

function listIn(value: Expression): readonly Expression[] | undefined {
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  const [only] = value.kind === 'call' ? value.args : [];
  const { callee } = value.kind === 'call' ? value : { callee: undefined };
  const called = callee?.kind === 'name' ? callee.id : callee?.kind === 'attribute' ? callee.name : '';
  return called === 'OrderedDict' && only ? listIn(only.value) : undefined;
}
