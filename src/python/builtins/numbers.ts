import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { compareSizes } from '../sizes/compareSizes';
import { floorDivide, isNumber, minus, plus } from '../sizes/size';
import { textOf } from '../values/textOf';
import { truth } from '../values/truth';
import { bool, float, int, itemsOf, string, unknown, type Value } from '../values/value';

function extreme(call: Call, largest: boolean): Value {
  const values = call.rest.length === 1 ? itemsOf(call.rest[0]!) : call.rest;
  if (!values || values.length === 0 || call.extra.size > 0) return unknown;
  if (values.every(({ kind }) => kind === 'int')) {
    const sizes = values.map(value => (value.kind === 'int' ? value.size : undefined));
    if (sizes.every(isNumber)) return int(largest ? Math.max(...sizes) : Math.min(...sizes));
    return int(sizes.every(size => compareSizes(size, sizes[0]) === 'same') ? sizes[0] : undefined);
  }
  return values.every(({ kind }) => kind === 'int' || kind === 'float') ? float() : unknown;
}

export const numbers: Family = {
  title: 'Numbers and strings',
  about: 'Whole numbers are followed as sizes, with their names.',
  entries: [
    {
      kind: 'function',
      names: ['builtins.int'],
      parameters: 'x=0, base=10',
      rule: ({ args: { x } }) => {
        if (x?.kind === 'int') return x;
        if (x?.kind === 'float') return int(x.value === undefined ? undefined : Math.trunc(x.value));
        if (x?.kind === 'bool') return int(x.value === undefined ? undefined : Number(x.value));
        return int(undefined);
      },
    },
    { kind: 'function', names: ['builtins.float'], parameters: 'x=0', rule: () => float() },
    {
      kind: 'function',
      names: ['builtins.bool'],
      parameters: 'x=False',
      rule: ({ args: { x } }) => bool(x ? truth(x) : false),
    },
    {
      kind: 'function',
      names: ['builtins.str', 'builtins.repr'],
      parameters: 'x="", encoding=None',
      rule: ({ args: { x } }) => string(x ? textOf(x) : ''),
    },
    {
      kind: 'function',
      names: ['builtins.abs'],
      parameters: 'x',
      rule: call => {
        const { x } = call.args;
        if (x?.kind === 'array') return call.invoke(call.attribute(x, '__abs__'), []);
        if (x?.kind === 'int') return int(isNumber(x.size) ? Math.abs(x.size) : undefined);
        return x?.kind === 'float' ? float(x.value === undefined ? undefined : Math.abs(x.value)) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['builtins.max'],
      parameters: '*of, **how',
      rule: call => extreme(call, true),
    },
    {
      kind: 'function',
      names: ['builtins.min'],
      parameters: '*of, **how',
      rule: call => extreme(call, false),
    },
    {
      kind: 'function',
      names: ['builtins.sum'],
      parameters: 'of, start=0',
      rule: ({ args: { of, start } }) => {
        if (of?.kind === 'array' && of.shape && !start) {
          return of.shape.length > 1 ? { ...of, shape: of.shape.slice(1), origin: undefined } : float();
        }
        const items = of && itemsOf(of);
        if (!items || start) return unknown;
        if (items.every(({ kind }) => kind === 'int')) {
          return int(items.map(item => (item.kind === 'int' ? item.size : undefined)).reduce(plus, 0));
        }
        return items.every(({ kind }) => kind === 'int' || kind === 'float') ? float() : unknown;
      },
    },
    {
      kind: 'function',
      names: ['builtins.round', 'math.floor', 'math.ceil', 'math.trunc'],
      parameters: 'x, digits=None',
      rule: ({ args: { x, digits }, name }) => {
        if (digits) return float();
        if (x?.kind === 'int') return x;
        if (x?.kind !== 'float' || x.value === undefined)
          return x?.kind === 'float' ? int(undefined) : unknown;
        if (name === 'math.ceil') return int(Math.ceil(x.value));
        if (name !== 'builtins.round')
          return int(name === 'math.floor' ? Math.floor(x.value) : Math.trunc(x.value));
        const low = Math.floor(x.value);
        const rest = x.value - low;
        // halves go to the even one
        return int(rest === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : Math.round(x.value));
      },
    },
    {
      kind: 'function',
      names: ['builtins.divmod'],
      parameters: 'a, b',
      rule: ({ args: { a, b } }) => {
        if (a?.kind !== 'int' || b?.kind !== 'int') return unknown;
        const whole = floorDivide(a.size, b.size);
        const rest =
          isNumber(a.size) && isNumber(b.size) && isNumber(whole) ? minus(a.size, whole * b.size) : undefined;
        return { kind: 'tuple', items: [int(whole), int(rest)] };
      },
    },
    {
      kind: 'function',
      names: [
        'math.sqrt',
        'math.exp',
        'math.log',
        'math.pow',
        'math.sin',
        'math.cos',
        'math.tanh',
        'math.log2',
        'math.log10',
        'time.time',
      ],
      parameters: 'x=0, y=0',
      rule: ({ args: { x, y }, name }) => {
        const [a, b] = [numberOf(x), numberOf(y)];
        if (a === undefined) return float();
        if (name === 'math.sqrt') return float(Math.sqrt(a));
        return name === 'math.pow' && b !== undefined ? float(a ** b) : float();
      },
    },
    {
      kind: 'function',
      names: ['str.format'],
      parameters: 'self, *parts, **named',
      rule: ({ args: { self }, rest, extra }) => {
        if (self?.kind !== 'string' || self.value === undefined || extra.size > 0) return string();
        const texts = rest.map(textOf);
        if (texts.includes(undefined) || /\{(?:\{|[^{}]+\})/.test(self.value)) return string();
        let at = 0;
        return string(self.value.replace(/\{\}/g, () => texts[at++] ?? ''));
      },
    },
    {
      kind: 'function',
      names: ['str.lower', 'str.upper', 'str.strip'],
      parameters: 'self, chars=None',
      rule: ({ args: { self }, name }) => {
        if (self?.kind !== 'string' || self.value === undefined) return string();
        if (name.endsWith('lower')) return string(self.value.toLowerCase());
        return string(name.endsWith('upper') ? self.value.toUpperCase() : self.value.trim());
      },
    },
  ],
};

function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'float') return value.value;
  return value?.kind === 'int' && isNumber(value.size) ? value.size : undefined;
}
