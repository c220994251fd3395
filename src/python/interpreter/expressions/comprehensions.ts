import type { Expression, Of } from '../../syntax/ast';
import { elementOf, turnsOf } from '../../values/elements';
import { joinValues } from '../../values/joinValues';
import { truth } from '../../values/truth';
import { dict, keyOfValue, list, listOf, unknown, type Value } from '../../values/value';
import type { Frame, Machine } from '../machine';
import { newScope } from '../names';
import { assignTo } from './assign';

const mostTurns = 64;

interface Gathered {
  readonly values: Value[];
  readonly keys: (string | undefined)[];
  /** Whether these are all, and none too many. */
  exact: boolean;
}

export function evaluateComprehension(
  machine: Machine,
  node: Of<Expression, 'comprehension'>,
  outer: Frame,
): Value {
  const { store } = machine;
  const scope = newScope('function', outer.scope);
  const frame: Frame = { ...outer, scope };
  const mark = store.mark();
  const gathered: Gathered = { values: [], keys: [], exact: true };
  turn(machine, node, 0, frame, gathered);
  if (!scope.captured) store.release(scope.names, mark);
  const { values, keys, exact } = gathered;
  if (node.of === 'dict') {
    const entries = values.flatMap((value, i) => (keys[i] === undefined ? [] : [[keys[i], value] as const]));
    return dict(entries, !exact || entries.length < values.length);
  }
  if (node.of === 'set') return unknown;
  if (exact) return list(values);
  return values.length === 0 ? listOf(unknown) : listOf(values.reduce(joinValues));
}

function turn(
  machine: Machine,
  node: Of<Expression, 'comprehension'>,
  at: number,
  frame: Frame,
  gathered: Gathered,
): void {
  const clause = node.clauses[at];
  if (!clause) {
    gathered.keys.push(node.key ? keyOfValue(machine.evaluate(node.key, frame)) : undefined);
    gathered.values.push(machine.evaluate(node.element, frame));
    return;
  }
  const source = machine.evaluate(clause.source, frame);
  const turns = turnsOf(source);
  const few =
    turns !== undefined &&
    turns.length <= mostTurns &&
    gathered.values.length + turns.length <= mostTurns * 4;
  if (!few) gathered.exact = false;
  for (const value of few ? turns : [elementOf(source)]) {
    assignTo(machine, clause.target, value, frame);
    const tests = clause.conditions.map(test => truth(machine.evaluate(test, frame)));
    if (tests.includes(false)) continue;
    if (tests.includes(undefined)) gathered.exact = false;
    turn(machine, node, at + 1, frame, gathered);
  }
}
