import type { Of, Statement } from '../../syntax/ast';
import { joinCells } from '../../values/joinCells';
import { unknown } from '../../values/value';
import type { Flow, Frame, Machine } from '../machine';
import { setName } from '../names';
import type { Changes } from '../store';

/** A body that expects to fail says nothing; a handler may begin after any part of it. */
export function runTry(machine: Machine, node: Of<Statement, 'try'>, frame: Frame): Flow {
  const { store } = machine;
  const mark = store.mark();
  const expectsFailure = node.handlers.length > 0;
  const body = () => machine.run(node.body, frame);
  let flow = expectsFailure ? machine.muted(body) : body();
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
