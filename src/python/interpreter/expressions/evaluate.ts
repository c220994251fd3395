import type { Expression, Of } from '../../syntax/ast';
import { textOf } from '../../values/textOf';
import { truth } from '../../values/truth';
import {
  bool,
  dict,
  float,
  int,
  keyOfValue,
  list,
  none,
  string,
  tuple,
  unknown,
  unknownKey,
  type Value,
} from '../../values/value';
import { readAttribute, readSuper } from '../calls/attributes';
import { evaluateCall } from '../calls/evaluateCall';
import { runYield } from '../calls/generators';
import { superOf } from '../calls/superOf';
import { type Frame, type Machine, spend } from '../machine';
import { captured, lookUp } from '../names';
import { assignTo } from './assign';
import { branches } from './branches';
import { compareValues } from './compareValues';
import { evaluateComprehension } from './comprehensions';
import { binary, unary } from './operators';
import { readSubscript } from './subscripts';

type Evaluators = {
  readonly [K in Expression['kind']]: (m: Machine, node: Of<Expression, K>, f: Frame) => Value;
};

const evaluators: Evaluators = {
  name: (machine, node, frame) => lookUp(machine, node.id, frame),
  number: (_, node) => (node.whole ? int(node.value) : float(node.value)),
  string: (_, node) => string(node.value),
  format: (machine, node, frame) => {
    let text: string | undefined = '';
    for (const part of node.parts) {
      const added: string | undefined =
        typeof part === 'string' ? part : textOf(machine.evaluate(part, frame));
      text = text === undefined || added === undefined ? undefined : text + added;
    }
    return string(text);
  },
  constant: (_, node) =>
    node.value === null ? none : node.value === 'ellipsis' ? { kind: 'ellipsis' } : bool(node.value),
  tuple: (machine, node, frame) => {
    const items = spread(machine, node.items, frame);
    return items ? tuple(items) : unknown;
  },
  list: (machine, node, frame) => {
    const items = spread(machine, node.items, frame);
    return items ? list(items) : unknown;
  },
  set: (machine, node, frame) => {
    spread(machine, node.items, frame);
    return unknown;
  },
  dict: (machine, node, frame) => {
    const entries: [string, Value][] = [];
    let open = false;
    for (const { key, value } of node.entries) {
      const at = key ? keyOfValue(machine.evaluate(key, frame)) : undefined;
      const held = machine.evaluate(value, frame);
      if (at !== undefined) entries.push([at, held]);
      else if (!key && held.kind === 'dict') {
        for (const [name, inner] of held.cells) {
          if (name === unknownKey) open = true;
          else entries.push([name, inner]);
        }
      } else open = true;
    }
    return dict(entries, open);
  },
  attribute: (machine, node, frame) => {
    const above = superOf(machine, node.of, frame);
    if (above) {
      const site = { span: node, frame, written: '' };
      return readSuper(machine, above.owner, above.self, node.name, site);
    }
    const of = machine.evaluate(node.of, frame);
    return readAttribute(machine, of, node.name, { span: node, frame, written: '' }, node.of);
  },
  subscript: (machine, node, frame) => {
    const of = machine.evaluate(node.of, frame);
    const index = machine.evaluate(node.index, frame);
    return readSubscript(machine, of, index, node, frame);
  },
  slice: (machine, node, frame) => {
    const part = (inner?: Expression) => (inner ? machine.evaluate(inner, frame) : none);
    return { kind: 'slice', lower: part(node.lower), upper: part(node.upper), step: part(node.step) };
  },
  call: evaluateCall,
  binary: (machine, node, frame) => {
    // a long sum leans to the left: walked in a loop, it needs no stack
    const rights: Of<Expression, 'binary'>[] = [];
    let at: Expression = node;
    while (at.kind === 'binary') {
      rights.push(at);
      at = at.left;
    }
    let value = machine.evaluate(at, frame);
    for (const each of rights.reverse()) {
      spend(machine);
      value = binary(machine, each.operator, value, machine.evaluate(each.right, frame), each, frame);
      if (each !== node) machine.findings.value(each, value);
    }
    return value;
  },
  unary: (machine, node, frame) =>
    unary(machine, node.operator, machine.evaluate(node.operand, frame), node, frame),
  logic: (machine, node, frame) => {
    const left = machine.evaluate(node.left, frame);
    const known = truth(left);
    if (known !== undefined) {
      return known === (node.operator === 'and') ? machine.evaluate(node.right, frame) : left;
    }
    const right = machine.evaluate(node.right, frame);
    return left.kind === 'bool' && right.kind === 'bool' ? bool() : unknown;
  },
  compare: (machine, node, frame) => {
    const [first, ...rest] = node.operands.map(operand => machine.evaluate(operand, frame));
    if (rest.length === 1) return compareValues(machine, node.operators[0]!, first!, rest[0]!, node, frame);
    return bool();
  },
  choice: (machine, node, frame) => {
    const known = truth(machine.evaluate(node.test, frame));
    if (known !== undefined) return machine.evaluate(known ? node.yes : node.no, frame);
    return branches(machine, [
      () => machine.evaluate(node.yes, frame),
      () => machine.evaluate(node.no, frame),
    ]);
  },
  lambda: (_, node, frame) => ({
    kind: 'function',
    name: 'lambda',
    parameters: node.parameters,
    body: node.body,
    generator: false,
    wrapped: false,
    scope: captured(frame.scope),
    defaults: new Map(),
    span: node,
  }),
  comprehension: evaluateComprehension,
  star: (machine, node, frame) => {
    machine.evaluate(node.operand, frame);
    return unknown;
  },
  walrus: (machine, node, frame) => {
    const value = machine.evaluate(node.value, frame);
    assignTo(machine, node.target, value, frame);
    return value;
  },
  yield: runYield,
  other: (machine, node, frame) => {
    for (const part of node.parts) machine.evaluate(part, frame);
    return unknown;
  },
};

const shown = new Set<Expression['kind']>([
  'name',
  'attribute',
  'subscript',
  'call',
  'binary',
  'unary',
  'tuple',
  'list',
]);

export function evaluate(machine: Machine, node: Expression, frame: Frame): Value {
  spend(machine);
  const value = (evaluators[node.kind] as (m: Machine, n: Expression, f: Frame) => Value)(
    machine,
    node,
    frame,
  );
  if (shown.has(node.kind)) machine.findings.value(node, value);
  return value;
}

/** The items with what stars hold put in; undefined where that isn't known. */
function spread(machine: Machine, nodes: readonly Expression[], frame: Frame): readonly Value[] | undefined {
  const items: Value[] = [];
  let known = true;
  for (const node of nodes) {
    if (node.kind !== 'star') {
      items.push(machine.evaluate(node, frame));
      continue;
    }
    const inner = machine.evaluate(node.operand, frame);
    if (inner.kind === 'tuple') items.push(...inner.items);
    else if (inner.kind === 'list' && inner.cells.get('')?.items) items.push(...inner.cells.get('')!.items!);
    else known = false;
  }
  return known ? items : undefined;
}
