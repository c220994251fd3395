import type { Of, Statement } from '../syntax/ast';
import { unknown } from '../values/value';
import { type Flow, type Frame, joinCells, type Machine } from './machine';
import { setName } from './names';
import type { Changes } from './store';

/** A body that expects to fail says nothing; a handler may begin after any part of it. */
export function runTry(machine: Machine, node: Of<Statement, 'try'>, frame: Frame): Flow {
  const { store } = machine;
  const mark = store.mark();
  const expectsFailure = node.handlers.length > 0;
  if (expectsFailure) machine.muted++;
  let flow: Flow;
  try {
    flow = machine.run(node.body, frame);
  } finally {
    if (expectsFailure) machine.muted--;
  }
  const tried = store.changesSince(mark);
  if (flow === 'next') flow = machine.run(node.otherwise, frame);
  // `try: import x except ImportError`: the library is taken to be there
  const handlers = node.handlers.filter(
    ({ names }) =>
      !names ||
      !/\b(ImportError|ModuleNotFoundError|KeyboardInterrupt)\b/.test(
        machine.module.text.slice(names.start, names.end),
      ),
  );
  if (handlers.length > 0) {
    const ways: Changes[] = flow === 'next' ? [store.changesSince(mark)] : [];
    store.takeBack(mark);
    for (const handler of handlers) {
      store.joinAll([tried, new Map()], joinCells);
      if (handler.target !== undefined) setName(machine, handler.target, unknown, frame);
      if (machine.run(handler.body, frame) === 'next') ways.push(store.changesSince(mark));
      store.takeBack(mark);
    }
    store.joinAll(ways, joinCells);
    flow = ways.length > 0 ? 'next' : 'stop';
  }
  return machine.run(node.last, frame) === 'stop' ? 'stop' : flow;
}
