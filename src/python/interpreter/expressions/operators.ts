import { floorDivide, isNumber, minus, plus, times } from '../../sizes/size';
import type { Expression } from '../../syntax/ast';
import { joinValues } from '../../values/joinValues';
import { textOf } from '../../values/textOf';
import { truth } from '../../values/truth';
import {
  type ArrayValue,
  bool,
  float,
  int,
  itemsOf,
  list,
  listOf,
  listState,
  sizeIn,
  string,
  tuple,
  unknown,
  type Value,
} from '../../values/value';
import { applyEntry } from '../calls/applyEntry';
import { readAttribute } from '../calls/attributes';
import type { Frame, Machine } from '../machine';

/** Python's names of the methods behind the operators. */
const methods: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
  '==': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
};

export function binary(
  machine: Machine,
  operator: string,
  a: Value,
  b: Value,
  node: Expression,
  frame: Frame,
): Value {
  const method = methods[operator];
  if (!method) return unknown;
  if (a.kind === 'array' || b.kind === 'array') return arrays(machine, operator, method, a, b, node, frame);
  if (a.kind === 'instance') {
    const found = readAttribute(machine, a, `__${method}__`, { span: node, frame, written: operator });
    if (found.kind === 'unknown') return unknown;
    const [, right] = operandsOf(node);
    return machine.invoke(
      found,
      { positional: [{ value: b, node: right }], named: new Map(), complete: true },
      { span: node, frame, written: operator },
    );
  }
  if (isWhole(a) && isWhole(b)) return whole(operator, sizeOf(a), sizeOf(b));
  if (isNumeric(a) && isNumeric(b)) return numbers(operator, a, b);
  if (a.kind === 'unknown' || b.kind === 'unknown') return perhapsWhole(operator, a, b);
  if (operator === '+') return added(a, b);
  if (operator === '*') return repeated(a, b) ?? repeated(b, a) ?? unknown;
  if (operator === '%' && a.kind === 'string') return formatted(a.value, b);
  return unknown;
}

export function unary(
  machine: Machine,
  operator: string,
  value: Value,
  node: Expression,
  frame: Frame,
): Value {
  if (operator === 'not') {
    const known = truth(value);
    return bool(known === undefined ? undefined : !known);
  }
  if (value.kind === 'array') {
    const method = operator === '-' ? '__neg__' : operator === '~' ? '__invert__' : '__pos__';
    const found = machine.registry.member(value.type, method);
    const operand = node.kind === 'unary' ? node.operand : undefined;
    return found
      ? applyEntry(machine, found.entry, found.name, one(value, operand), {
          span: node,
          frame,
          written: operator,
        })
      : unknown;
  }
  if (isWhole(value)) {
    if (operator === '-') return int(times(sizeOf(value), -1));
    return operator === '+' ? value : int(undefined);
  }
  if (value.kind === 'float') {
    return operator === '-' && value.value !== undefined
      ? float(-value.value)
      : operator === '+'
        ? value
        : float();
  }
  return unknown;
}

function arrays(
  machine: Machine,
  operator: string,
  method: string,
  a: Value,
  b: Value,
  node: Expression,
  frame: Frame,
): Value {
  const [left, right] = operandsOf(node);
  // the operators' rules take both as they stand, whichever has the method
  const owner = (a.kind === 'array' ? a : b) as ArrayValue;
  const found = machine.registry.member(owner.type, `__${method}__`);
  if (!found) return unknown;
  return applyEntry(
    machine,
    found.entry,
    found.name,
    {
      positional: [
        { value: a, node: left },
        { value: b, node: right },
      ],
      named: new Map(),
      complete: true,
    },
    { span: node, frame, written: operator },
  );
}

function operandsOf(node: Expression): readonly (Expression | undefined)[] {
  if (node.kind === 'binary') return [node.left, node.right];
  return node.kind === 'compare' ? node.operands : [];
}

function one(value: Value, node: Expression | undefined) {
  return { positional: [{ value, node }], named: new Map(), complete: true };
}

/** Of what may be a whole number: what it is if so. */
function perhapsWhole(operator: string, a: Value, b: Value): Value {
  const [x, y] = [sizeIn(a), sizeIn(b)];
  if (x === undefined || y === undefined || operator === '/') return unknown;
  const result = whole(operator, x, y);
  return result.kind === 'int' && result.size !== undefined
    ? { kind: 'unknown', size: result.size }
    : unknown;
}

function whole(operator: string, a: ReturnType<typeof sizeOf>, b: ReturnType<typeof sizeOf>): Value {
  switch (operator) {
    case '+':
      return int(plus(a, b));
    case '-':
      return int(minus(a, b));
    case '*':
      return int(times(a, b));
    case '//':
      return int(floorDivide(a, b));
    case '/':
      return isNumber(a) && isNumber(b) && b !== 0 ? float(a / b) : float();
    case '%':
      return int(isNumber(a) && isNumber(b) && b !== 0 ? a - b * Math.floor(a / b) : undefined);
    case '**': {
      if (!isNumber(b) || b < 0 || b > 64) return isNumber(b) || b === undefined ? unknown : int(undefined);
      if (isNumber(a)) return Number.isSafeInteger(a ** b) ? int(a ** b) : int(undefined);
      return int(b > 4 ? undefined : Array.from({ length: b }, () => a).reduce(times, 1));
    }
    default:
      return int(undefined);
  }
}

function numbers(operator: string, a: Value, b: Value): Value {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === undefined || y === undefined) return operator === '**' ? unknown : float();
  const result = { '+': x + y, '-': x - y, '*': x * y, '/': x / y, '//': Math.floor(x / y), '**': x ** y }[
    operator
  ];
  return result !== undefined && Number.isFinite(result) ? float(result) : float();
}

function added(a: Value, b: Value): Value {
  if (a.kind === 'string' && b.kind === 'string') {
    return string(a.value === undefined || b.value === undefined ? undefined : a.value + b.value);
  }
  const [items, others] = [itemsOf(a), itemsOf(b)];
  if (a.kind === 'tuple' && b.kind === 'tuple') return tuple([...a.items, ...b.items]);
  if (a.kind !== 'list' || b.kind !== 'list') return unknown;
  if (items && others) return list([...items, ...others]);
  return listOf([...(items ?? [listState(a).each]), ...(others ?? [listState(b).each])].reduce(joinValues));
}

const longestRepeat = 512;

function repeated(a: Value, count: Value): Value | undefined {
  if (a.kind !== 'tuple' && a.kind !== 'list') return a.kind === 'string' ? string() : undefined;
  const items = itemsOf(a);
  if (count.kind !== 'int' || !items) return undefined;
  const times = isNumber(count.size) ? Math.max(0, count.size) : undefined;
  if (times !== undefined && times * items.length <= longestRepeat) {
    const all = Array.from({ length: times }, () => items).flat();
    return a.kind === 'tuple' ? tuple(all) : list(all);
  }
  return a.kind === 'list' && items.length > 0 ? listOf(items.reduce(joinValues)) : unknown;
}

/** `"W%d" % l`, for keys. */
function formatted(pattern: string | undefined, value: Value): Value {
  const parts = (itemsOf(value) ?? [value]).map(textOf);
  if (pattern === undefined || parts.includes(undefined)) return string();
  let at = 0;
  const text = pattern.replace(/%[sd]/g, () => parts[at++] ?? '');
  return string(at === parts.length && !/%[^sd]/.test(pattern) ? text : undefined);
}

function isWhole(value: Value): boolean {
  return value.kind === 'int' || value.kind === 'bool';
}

function isNumeric(value: Value): boolean {
  return isWhole(value) || value.kind === 'float';
}

function sizeOf(value: Value) {
  if (value.kind === 'bool') return value.value === undefined ? undefined : Number(value.value);
  return value.kind === 'int' ? value.size : undefined;
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'float') return value.value;
  const size = sizeOf(value);
  return isNumber(size) ? size : undefined;
}
