import type { Span } from '../../../core/problem';
import type { Call } from '../../ops/call';
import type { ClassEntry, FunctionEntry } from '../../ops/entry';
import { signature } from '../../ops/signature';
import { type Dim, isNumber } from '../../sizes/size';
import {
  type ArrayValue,
  type InstanceValue,
  int,
  itemsOf,
  sizeIn,
  string,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { formatDims } from '../../values/words';

/** A layer that is called, or the function that does the same. */
export interface Use {
  /** An argument that it was made with; undefined where the standard holds. */
  setting(name: string): Value | undefined;
  /** As a message names it: `nn.Linear(784, 10)`. */
  readonly words: string;
  /** Where it was made. */
  readonly made?: Span;
  /** Where an argument stands that is a plain number, for a fix. */
  numberAt(name: string): Span | undefined;
}

export type LayerRule = (call: Call, use: Use) => Value;

interface LayerOf {
  readonly names: readonly string[];
  /** Of `__init__`. */
  readonly parameters: string;
  /** What it is called with; the first is `input`. */
  readonly callParameters?: string;
  /** Whether `__init__` refuses the arguments, which it reports: then there is no layer. */
  readonly refuse?: (call: Call) => boolean;
  /** The tensors it learns, by attribute. */
  readonly weights?: (call: Call) => Readonly<Record<string, ArrayValue | undefined>>;
  readonly rule: LayerRule;
}

const wordsKey = ' words';
const placeOf = (name: string) => ` at ${name}`;

/** A layer of `torch.nn`. What it was made with are attributes of it, as in PyTorch. */
export function layer({ names, parameters, callParameters, refuse, weights, rule }: LayerOf): ClassEntry {
  return {
    kind: 'class',
    names: names.map(name => `torch.nn.${name}`),
    bases: ['torch.nn.Module'],
    parameters,
    init: (call, self) => {
      for (const [name, value] of Object.entries(call.args)) {
        if (value === undefined || name === 'self') continue;
        call.set(self.attributes, name, value);
        const { source, span } = call.operand(name);
        // from where the layer is made: that place moves with the text before it
        if (/^\d+$/.test(source))
          call.set(
            self.attributes,
            placeOf(name),
            tuple([int(span.start - call.span.start), int(source.length)]),
          );
      }
      if (refuse?.(call)) return;
      const learned = weights?.(call) ?? {};
      let count: Dim = 0;
      for (const [name, value] of Object.entries(learned)) {
        if (!value) continue;
        call.set(self.attributes, name, value);
        count = sum(count, value);
      }
      call.set(self.attributes, countKey, int(count));
      call.set(self.attributes, wordsKey, {
        ...string(wordsOf(call, names[0]!, parameters)),
        origin: { span: call.span },
      });
      call.layer(typeof count === 'number' ? { parameters: count } : {});
    },
    callParameters: callParameters ?? 'input',
    call: (call, self) => {
      const own = call.attribute(self, 'forward');
      if (own.kind === 'function') return call.invoke(own, given(call, callParameters ?? 'input'));
      const use = useOf(self);
      // a class of the user that is made from it may not have called its __init__
      if (!use) return unknown;
      const output = rule(call, use);
      mark(call, self, use, output);
      return output;
    },
  };
}

/** What a layer is called with, for the `forward` of a class of the user that is made from it. */
function given(call: Call, parameters: string): readonly Value[] {
  const names = parameters.split(',').map(part => part.trim().split('=')[0]!);
  return [...names.flatMap(name => call.args[name] ?? []), ...call.rest];
}

export const countKey = ' parameters';

function sum(count: Dim, { shape }: ArrayValue): Dim {
  if (typeof count !== 'number' || !shape?.every(size => typeof size === 'number')) return undefined;
  return count + (shape as number[]).reduce((product, size) => product * size, 1);
}

/** A function of `torch.nn.functional` that does what a layer does. */
export function functional(names: readonly string[], parameters: string, rule: LayerRule): FunctionEntry {
  return {
    kind: 'function',
    names: names.map(name => (name.startsWith('torch.') ? name : `torch.nn.functional.${name}`)),
    parameters,
    rule: call =>
      rule(call, {
        setting: name => call.args[name],
        words: call.written,
        numberAt: () => undefined,
      }),
  };
}

function useOf(self: InstanceValue): Use | undefined {
  const { attributes } = self;
  const made = attributes.get(wordsKey);
  if (made?.kind !== 'string') return undefined;
  return {
    setting: name => attributes.get(name),
    words: made.value ?? 'this layer',
    ...(made.origin && { made: made.origin.span }),
    numberAt: name => {
      const [from, length] = itemsOf(attributes.get(placeOf(name)) ?? unknown)?.map(sizeIn) ?? [];
      if (!made.origin || !isNumber(from) || !isNumber(length)) return undefined;
      const start = made.origin.span.start + from;
      return { start, end: start + length };
    },
  };
}

function wordsOf(call: Call, name: string, parameters: string): string {
  const places = signature(parameters).parts.map(part => part.name);
  const parts = Object.keys(call.args)
    .filter(parameter => parameter !== 'self')
    .slice(0, 3)
    .map((parameter, i) => {
      const { words } = call.operand(parameter);
      return places[i] === parameter ? words : `${parameter}=${words}`;
    });
  const written = /^[\w.]+$/.test(call.written) ? call.written : `nn.${name}`;
  const text = `${written}(${parts.join(', ')})`;
  return text.length > 60 || text.includes('the argument') ? written : text;
}

function mark(call: Call, self: InstanceValue, use: Use, output: Value): void {
  const count = self.attributes.get(countKey);
  call.layer({
    ...(use.made && { span: use.made }),
    ...(output.kind === 'array' && output.shape && { output: formatDims(output.shape) }),
    ...(count?.kind === 'int' && typeof count.size === 'number' && { parameters: count.size }),
  });
}
