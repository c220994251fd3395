import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { tensor, withBatch } from '../ops/tensor';
import {
  type InstanceValue,
  int,
  itemsOf,
  list,
  listState,
  none,
  string,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { checkInputs } from './graph/checkInputs';
import { rememberPlace } from './graph/places';
import { append, begin, layersOf, learnedBy, runAll } from './graph/sequence';

/** Calls the user's `call` of a layer or model; runs its `build` before the first time. */
function callUsers(call: Call, self: InstanceValue): Value {
  const run = call.attribute(self, 'call');
  if (run.kind !== 'function') return unknown;
  const { inputs } = call.args;
  const build = call.attribute(self, 'build');
  if (build.kind === 'function' && !self.attributes.has(' built')) {
    call.set(self.attributes, ' built', none);
    const shape =
      inputs?.kind === 'array' && inputs.shape
        ? tuple(inputs.shape.map((dim, i) => (i === 0 ? unknown : int(dim))))
        : unknown;
    call.invoke(build, [shape]);
  }
  return call.invoke(run, [inputs ?? unknown, ...call.rest], Object.fromEntries(call.extra));
}

/** What comes out of a model of known inputs and outputs, for as many examples as are given. */
function outputsFor(outputs: Value, given: Value | undefined): Value {
  const first = given && (itemsOf(given)?.[0] ?? given);
  const batch = first?.kind === 'array' ? first.shape?.[0] : undefined;
  const one = (value: Value): Value =>
    value.kind === 'array' && value.shape ? tensor(withBatch(value.shape, batch)) : unknown;
  const items = outputs.kind === 'list' || outputs.kind === 'tuple' ? itemsOf(outputs) : undefined;
  return items ? list(items.map(one)) : one(outputs);
}

function callSequential(call: Call, self: InstanceValue): Value {
  const { inputs } = call.args;
  const output = self.attributes.get(' output');
  if (!output) return callUsers(call, self);
  if (inputs?.kind !== 'array' || !inputs.shape) return unknown;
  if (output.kind === 'none') return runAll(call, self, inputs);
  const input = self.attributes.get(' input');
  if (input?.kind === 'array' && !checkInputs(call, self, input, inputs, 'inputs')) return unknown;
  return outputsFor(output, inputs);
}

function callModel(call: Call, self: InstanceValue): Value {
  const outputs = self.attributes.get(' outputs');
  if (!outputs) return callUsers(call, self);
  const inputs = self.attributes.get(' inputs');
  const given = call.args.inputs;
  if (inputs && given && !checkInputs(call, self, inputs, given, 'inputs')) return unknown;
  return outputsFor(outputs, given);
}

const named = (...names: string[]) => names.flatMap(name => [`keras.${name}`, `keras.models.${name}`]);

export const models: Family = {
  title: 'Models',
  about:
    '`Sequential` as a list and with `add`, `Model(inputs, outputs)`, and classes made from `Model` and `Layer`.',
  entries: [
    {
      kind: 'class',
      names: ['keras.layers.Layer', 'keras.Layer'],
      parameters: '**extra',
      callParameters: 'inputs=None, *rest, **extra',
      call: callUsers,
    },
    {
      kind: 'class',
      names: [...named('Model', 'Functional')],
      bases: ['keras.layers.Layer'],
      parameters: 'inputs=None, outputs=None, name=None, **extra',
      init: (call, self) => {
        const inputs = call.args.inputs ?? call.extra.get('input');
        const outputs = call.args.outputs ?? call.extra.get('output');
        if (!inputs || !outputs) return;
        call.set(self.attributes, ' inputs', inputs);
        call.set(self.attributes, ' outputs', outputs);
      },
      callParameters: 'inputs=None, *rest, **extra',
      call: callModel,
    },
    {
      kind: 'class',
      names: named('Sequential'),
      bases: ['keras.Model'],
      parameters: 'layers=None, name=None, **extra',
      init: (call, self) => {
        begin(call, self);
        rememberPlace(call, self, '', call.span);
        const { layers } = call.args;
        if (!layers || layers.kind === 'none') return;
        const items = itemsOf(layers);
        if (items) for (const layer of items) append(call, self, layer);
        else {
          call.set(self.attributes, ' layers', unknown);
          call.set(self.attributes, ' output', unknown);
          call.set(self.attributes, ' input', unknown);
        }
      },
      callParameters: 'inputs=None, *rest, **extra',
      call: callSequential,
    },
    {
      kind: 'function',
      names: ['keras.Sequential.add'],
      parameters: 'self, layer, **extra',
      rule: call => {
        const { self, layer } = call.args;
        if (self?.kind !== 'instance' || !layer) return none;
        if (layer.kind === 'instance') {
          call.set(layer.attributes, ' added by', string(call.written));
          call.set(layer.attributes, ' indentation', string(call.indentation));
        }
        append(call, self, layer);
        return none;
      },
    },
    {
      kind: 'function',
      names: ['keras.Sequential.pop'],
      parameters: 'self',
      rule: call => {
        const { self } = call.args;
        const layers = self?.kind === 'instance' ? layersOf(self) : undefined;
        if (self?.kind !== 'instance' || !layers) return none;
        const { items } = listState(layers);
        call.set(layers.cells, '', items ? { items: items.slice(0, -1), each: unknown } : { each: unknown });
        const last = items?.at(-2);
        const before = last?.kind === 'instance' ? last.attributes.get(' output') : undefined;
        if (self.attributes.get(' output')?.kind !== 'none')
          call.set(self.attributes, ' output', before?.kind === 'array' ? before : unknown);
        return unknown;
      },
    },
    {
      kind: 'function',
      names: ['keras.Sequential.build'],
      parameters: 'self, input_shape=None',
      rule: call => {
        const { self, input_shape } = call.args;
        if (self?.kind !== 'instance' || self.attributes.get(' output')?.kind !== 'none') return none;
        const items = input_shape && itemsOf(input_shape);
        if (!items) return none;
        const input = tensor(items.map((item, i) => (i > 0 && item.kind === 'int' ? item.size : undefined)));
        runAll(call, self, input);
        return none;
      },
    },
    {
      kind: 'attribute',
      names: ['keras.Model.output', 'keras.layers.Layer.output'],
      rule: ({ args: { self } }) => ends(self, ' output', ' outputs'),
    },
    {
      kind: 'attribute',
      names: ['keras.Model.input'],
      rule: ({ args: { self } }) => ends(self, ' input', ' inputs'),
    },
    {
      kind: 'attribute',
      names: ['keras.Model.output_shape', 'keras.layers.Layer.output_shape'],
      rule: ({ args: { self } }) => shapeTuple(ends(self, ' output', ' outputs')),
    },
    {
      kind: 'attribute',
      names: ['keras.Model.input_shape'],
      rule: ({ args: { self } }) => shapeTuple(ends(self, ' input', ' inputs')),
    },
    {
      kind: 'function',
      names: ['keras.Model.count_params'],
      parameters: 'self',
      rule: ({ args: { self } }) => (self?.kind === 'instance' ? learnedBy(self) : unknown),
    },
    {
      kind: 'function',
      names: ['keras.Model.get_layer'],
      parameters: 'self, name=None, index=None',
      rule: ({ args: { self, index } }) => {
        const layers = self?.kind === 'instance' ? layersOf(self) : undefined;
        const at = numberArgument(index);
        return (at !== undefined && layers && listState(layers).items?.at(at)) || unknown;
      },
    },
    {
      kind: 'function',
      names: ['keras.Model.summary'],
      parameters: 'self, *rest, **extra',
      rule: () => none,
    },
    {
      kind: 'function',
      names: ['keras.Input', 'keras.layers.Input'],
      parameters: 'shape=None, batch_size=None, name=None, dtype=None, sparse=None, tensor=None, **extra',
      rule: call => madeInput(call),
    },
    {
      kind: 'class',
      names: ['keras.layers.InputLayer'],
      parameters: 'shape=None, batch_size=None, **extra',
      make: call => madeInput(call),
    },
  ],
};

function ends(self: Value | undefined, ...names: readonly string[]): Value {
  if (self?.kind !== 'instance') return unknown;
  const found = names.map(name => self.attributes.get(name)).find(value => value !== undefined);
  return found && found.kind !== 'none' ? found : unknown;
}

function shapeTuple(value: Value): Value {
  return value.kind === 'array' && value.shape
    ? tuple(value.shape.map((dim, i) => (i === 0 && dim === undefined ? none : int(dim))))
    : unknown;
}

function madeInput(call: Call): Value {
  const whole = call.extra.get('batch_shape') ?? call.extra.get('batch_input_shape');
  const own = call.args.shape ?? call.extra.get('input_shape');
  const items = (value: Value | undefined) =>
    value?.kind === 'int'
      ? [value]
      : value && (value.kind === 'tuple' || value.kind === 'list')
        ? itemsOf(value)
        : undefined;
  const dims = (values: readonly Value[]) =>
    values.map(value => (value.kind === 'int' ? value.size : undefined));
  if (call.args.tensor || call.extra.get('tensor')) return unknown;
  const all = items(whole);
  if (all) return tensor(dims(all));
  const rest = items(own);
  return rest
    ? tensor([call.args.batch_size?.kind === 'int' ? call.args.batch_size.size : undefined, ...dims(rest)])
    : unknown;
}
