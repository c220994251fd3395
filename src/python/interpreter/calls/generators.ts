import { copied } from '../../ops/copied';
import type { Expression, Of } from '../../syntax/ast';
import { elementOf } from '../../values/elements';
import { joinCells } from '../../values/joinCells';
import { joinValues } from '../../values/joinValues';
import { none, unknown, type Value } from '../../values/value';
import type { Flow, Frame, Machine } from '../machine';

/** Gives a value to whoever loops over the generator. What is sent back to it isn't known. */
export function runYield(machine: Machine, node: Of<Expression, 'yield'>, frame: Frame): Value {
  const value = node.value ? machine.evaluate(node.value, frame) : none;
  // a list that is filled again for the next turn is another then
  const given = copied(node.from ? elementOf(value) : value, 0);
  frame.yields?.push({ value: given, at: machine.store.moment(frame.mark) });
  return unknown;
}

/**
 * What the call of a generator gives once its body has run: something to loop over, whose elements are what all its
 * `yield`s give in common. The body runs later, as far as it is asked to, so the state after is that of any stop on the
 * way.
 */
export function generatorOf(machine: Machine, frame: Frame, flow: Flow): Value {
  const { store, registry } = machine;
  const { scope, mark, returns } = frame;
  const yields = frame.yields ?? [];
  const ways = [new Map(), ...[...yields, ...returns].map(({ at }) => store.changesAt(at))];
  if (flow === 'next') ways.push(store.changesSince(mark));
  store.takeBack(mark);
  if (!scope.captured) for (const way of ways) way.delete(scope.names);
  store.joinAll(ways, joinCells);
  const of = registry.value('builtins.generator');
  if (of?.kind !== 'class' || yields.length === 0) return unknown;
  const element = yields.map(({ value }) => value).reduce(joinValues);
  return machine.invoke(
    of,
    { positional: [{ value: element }], named: new Map(), complete: true },
    { span: frame.function!.span, frame, written: '' },
  );
}
