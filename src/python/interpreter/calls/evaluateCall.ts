import type { Expression, Of } from '../../syntax/ast';
import { itemsOf, unknownKey, type Value } from '../../values/value';
import type { Argument, Frame, Machine } from '../machine';

export function evaluateCall(machine: Machine, node: Of<Expression, 'call'>, frame: Frame): Value {
  const callee = machine.evaluate(node.callee, frame);
  const positional: Argument[] = [];
  const named = new Map<string, Argument>();
  let complete = true;
  // `X.dot(Y)`: the X before the dot is an argument too, and messages name it
  if (callee.kind === 'op' && callee.self && node.callee.kind === 'attribute') {
    positional.push({ value: callee.self, node: node.callee.of });
  }
  for (const argument of node.args) {
    const value = machine.evaluate(argument.value, frame);
    if (argument.star === '*') {
      const items = itemsOf(value);
      if (items) positional.push(...items.map(item => ({ value: item, node: argument.value })));
      else complete = false;
    } else if (argument.star === '**') {
      if (value.kind !== 'dict' || value.cells.has(unknownKey)) complete = false;
      else for (const [key, held] of value.cells) named.set(key, { value: held });
    } else if (argument.name !== undefined) named.set(argument.name, { value, node: argument.value });
    else positional.push({ value, node: argument.value });
  }
  const bare =
    callee.kind === 'op' && callee.self && node.callee.kind === 'attribute' ? unbound(callee) : callee;
  return machine.invoke(bare, { positional, named, complete }, { span: node, frame, written: node.callee });
}

function unbound(callee: Of<Value, 'op'>): Value {
  return { kind: 'op', entry: callee.entry, name: callee.name };
}
