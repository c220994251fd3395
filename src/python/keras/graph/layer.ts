import type { Fix } from '../../../core/problem';
import type { Call, Report } from '../../ops/call';
import type { ClassEntry, Entry } from '../../ops/entry';
import { flagArgument } from '../../ops/readArguments';
import { tensor } from '../../ops/tensor';
import { compareSizes, isDifferent } from '../../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../../sizes/size';
import {
  type ArrayValue,
  type InstanceValue,
  int,
  itemsOf,
  list,
  type Shape,
  sizeIn,
  string,
  unknown,
  type Value,
} from '../../values/value';
import { formatDims } from '../../values/words';
import { checkGiven } from './given';
import { rename } from './oldNames';
import { rememberPlace, spanOf } from './places';

/** A layer: what it makes of a tensor. */
export interface LayerRule {
  readonly names: readonly string[];
  /** Of `__init__`, without what all layers take. */
  readonly parameters: string;
  /** Undefined where it reported that it can't take this input, or nothing is known. */
  readonly output: (layer: LayerCall, shape: readonly Dim[], input: ArrayValue) => Outcome | undefined;
  /** Whether a list may be given, of which the first is the input: a recurrent layer's states. */
  readonly takesList?: boolean;
}

export interface Outcome {
  readonly shape: Shape;
  /** How many numbers it learns; unknown where absent. */
  readonly parameters?: Dim;
  /** What is given beside the output: a recurrent layer's states. */
  readonly states?: readonly Shape[];
}

/** A layer that is given a tensor. */
export interface LayerCall {
  readonly call: Call;
  readonly self: InstanceValue;
  /** The class's short name: `Conv2D`. */
  readonly words: string;
  /** An argument it was made with. */
  value(name: string): Value | undefined;
  size(name: string): Dim;
  flag(name: string, standard: boolean): boolean | undefined;
  report(found: Omit<Report, 'span'>): void;
  /** Whether an input of this rank is taken; reports where not. */
  takesRank(shape: readonly Dim[], rank: number, axes: string): boolean;
  /** Whether it was first given as many channels or features; reports where not. */
  takesChannels(channels: Dim): boolean;
}

/** The entry of a layer's class. */
export function layer(rule: LayerRule): Entry {
  rules.set(rule.names[0]!, rule);
  return {
    kind: 'class',
    names: rule.names,
    bases: ['keras.layers.Layer'],
    parameters: `${rule.parameters}, **extra`,
    init: keepArguments,
    callParameters: 'inputs, *rest, **extra',
    call: (call, self) => {
      const { inputs } = call.args;
      const given = rule.takesList && inputs ? (itemsOf(inputs)?.[0] ?? inputs) : inputs;
      return given?.kind === 'array' ? runLayer(call, self, given, true) : unknown;
    },
  } satisfies ClassEntry;
}

const rules = new Map<string, LayerRule>();

/** Keeps what a layer is made with: its attributes, and where they stand. */
export function keepArguments(call: Call, self: InstanceValue): void {
  for (const [name, value] of Object.entries(call.args))
    if (value && name !== 'self') call.set(self.attributes, name, value);
  for (const [name, value] of call.extra) call.set(self.attributes, name, value);
  rename(call, self);
  call.set(self.attributes, ' written', string(call.written));
  rememberPlace(call, self, '', call.span);
  for (const name of ['units', 'input_shape', 'input_dim', 'input_length']) {
    if (call.args[name] || call.extra.has(name)) rememberPlace(call, self, name, call.operand(name).span);
  }
  checkGiven(call, self);
}

/** What a layer of the tables makes of a tensor; unknown for any other value. */
export function runLayer(call: Call, value: Value, input: ArrayValue, marked: boolean): Value {
  const rule = value.kind === 'instance' ? ruleOf(value) : undefined;
  if (!rule || value.kind !== 'instance' || !input.shape) return unknown;
  // a subclass whose `__init__` didn't get here
  const place = spanOf(value, '');
  if (!place) return unknown;
  const outcome = rule.output(layerCall(call, value), input.shape, input);
  if (!outcome) return unknown;
  const { shape, parameters, states } = outcome;
  call.set(value.attributes, ' parameters', int(parameters));
  call.set(value.attributes, ' output', tensor(shape));
  if (marked && shape) {
    call.layer({
      span: place,
      output: formatDims(shape),
      ...(isNumber(parameters) && { parameters }),
    });
  }
  // which layer a tensor comes from is part of the advice to the next
  const made: ArrayValue = { ...tensor(shape), facts: { layer: value } };
  return states ? list([made, ...states.map(each => tensor(each))]) : made;
}

function ruleOf({ of }: InstanceValue): LayerRule | undefined {
  return of.entry && rules.get(of.entry.names[0]!);
}

/** Problems stand on the layer, where it is written in the call at hand. */
function within(call: Call, { start, end }: { start: number; end: number }): boolean {
  return call.span.start <= start && end <= call.span.end;
}

function layerCall(call: Call, self: InstanceValue): LayerCall {
  const words = shortName(self);
  const place = spanOf(self, '');
  const report: LayerCall['report'] = found =>
    call.report({ ...found, ...(place && within(call, place) && { span: place }) });
  return {
    call,
    self,
    words,
    report,
    value: name => {
      const value = self.attributes.get(name);
      return value?.kind === 'none' ? undefined : value;
    },
    size: name => sizeIn(self.attributes.get(name)),
    flag: (name, standard) => flagArgument(self.attributes.get(name), standard),
    takesRank: (shape, rank, axes) => {
      if (shape.length === rank) return true;
      report({
        code: 'input-shape-mismatch',
        message: `${words} takes ${axes}, ${rank} sizes with the number of examples, but is given ${formatDims(shape)}, which has ${shape.length}.`,
        fixes: channelFix(self, shape, rank),
      });
      return false;
    },
    takesChannels: channels => {
      const before = sizeIn(self.attributes.get(' channels'));
      if (isDifferent(compareSizes(before, channels))) {
        report({
          code: 'input-shape-mismatch',
          certainty: compareSizes(before, channels),
          message: `This ${words} was made for inputs with ${formatDim(before)} features by its first use, but is given ${formatDim(channels)}.`,
          ...(place && { related: [{ message: `the layer ${words}`, span: place }] }),
        });
        return false;
      }
      if (before === undefined && channels !== undefined)
        call.set(self.attributes, ' channels', int(channels));
      return true;
    },
  };
}

/** `input_shape=(28, 28)` lacks the channels. */
function channelFix(self: InstanceValue, shape: readonly Dim[], rank: number): Fix[] {
  const span = spanOf(self, 'input_shape');
  const sizes = shape.slice(1);
  if (!span || rank < 4 || shape.length !== rank - 1 || !sizes.every(isNumber)) return [];
  const text = formatDims([...sizes, 1]);
  return [
    {
      title: `Change input_shape to ${text}`,
      edits: [{ offset: span.start, length: span.end - span.start, text }],
    },
  ];
}

export function shortName({ of }: InstanceValue): string {
  return of.name.slice(of.name.lastIndexOf('.') + 1);
}
