import type { Of, Statement } from '../syntax/ast';
import { unknown, type Value } from '../values/value';
import { assignTo } from './assign';
import { elementOf, turnsOf } from './elements';
import { type Flow, type Frame, isListState, joinCells, type Loop, type Machine, sameCell } from './machine';
import type { Changes } from './store';
import { truth } from './truth';

/** Loops with more turns than this run to a fixed point. */
const mostTurns = 64;
/** Loops within loops that would repeat a statement more often than this do too. */
const mostRepeats = 128;
/** What still changes after this many passes becomes unknown. */
const mostPasses = 3;

export function runFor(machine: Machine, node: Of<Statement, 'for'>, frame: Frame): Flow {
  const source = machine.evaluate(node.source, frame);
  const turns = turnsOf(source);
  const flow =
    turns && turns.length <= mostTurns && turns.length * machine.repeats <= mostRepeats
      ? unrolled(machine, node, turns, frame)
      : toFixedPoint(machine, frame, () => {
          assignTo(machine, node.target, elementOf(source), frame);
          return machine.run(node.body, frame);
        });
  return flow === 'stop' ? 'stop' : machine.run(node.otherwise, frame);
}

export function runWhile(machine: Machine, node: Of<Statement, 'while'>, frame: Frame): Flow {
  const first = truth(machine.evaluate(node.test, frame));
  if (first === false) return machine.run(node.otherwise, frame);
  const forever = first === true && node.test.kind === 'constant';
  const flow = toFixedPoint(
    machine,
    frame,
    () => {
      const test = truth(machine.evaluate(node.test, frame));
      return test === false ? 'next' : machine.run(node.body, frame);
    },
    forever,
  );
  return flow === 'stop' ? 'stop' : machine.run(node.otherwise, frame);
}

function unrolled(machine: Machine, node: Of<Statement, 'for'>, turns: readonly Value[], frame: Frame): Flow {
  const { store } = machine;
  const mark = store.mark();
  const loop: Loop = { breakMark: mark, continueMark: mark, breaks: [], continues: [] };
  const outer = frame.loop;
  const repeats = machine.repeats;
  machine.repeats *= Math.max(1, turns.length);
  frame.loop = loop;
  let flow: Flow = 'next';
  for (const value of turns) {
    const start = store.mark();
    loop.continueMark = start;
    loop.continues = [];
    assignTo(machine, node.target, value, frame);
    flow = machine.run(node.body, frame);
    if (loop.continues.length > 0) {
      const ways = [...loop.continues];
      if (flow === 'next') ways.push(store.changesSince(start));
      store.takeBack(start);
      store.joinAll(ways, joinCells);
      flow = 'next';
    }
    if (flow === 'stop') break;
  }
  frame.loop = outer;
  machine.repeats = repeats;
  if (loop.breaks.length === 0) return flow;
  const ways = [...loop.breaks];
  if (flow === 'next') ways.push(store.changesSince(mark));
  store.takeBack(mark);
  store.joinAll(ways, joinCells);
  return 'next';
}

/**
 * Runs a loop's body until its state repeats. The first pass sees what the first turn sees, so what it finds is found
 * for a turn that happens.
 */
function toFixedPoint(machine: Machine, frame: Frame, body: () => Flow, forever = false): Flow {
  const { store } = machine;
  const outer = frame.loop;
  const exits: Changes[] = [];
  const start = store.mark();
  let left = false;
  for (let pass = 1; ; pass++) {
    const mark = store.mark();
    const loop: Loop = { breakMark: start, continueMark: mark, breaks: [], continues: [] };
    frame.loop = loop;
    const flow = body();
    frame.loop = outer;
    const ways = [...loop.continues];
    if (flow === 'next') ways.push(store.changesSince(mark));
    store.takeBack(mark);
    exits.push(...loop.breaks);
    if (ways.length === 0) {
      left = true;
      break;
    }
    // another turn starts from here, or from what this turn left behind
    const changed = settle(machine, ways, pass >= mostPasses);
    if (!changed || pass > mostPasses) break;
  }
  if (exits.length === 0) return left && forever ? 'stop' : 'next';
  if (!forever) exits.push(store.changesSince(start));
  store.takeBack(start);
  store.joinAll(exits, joinCells);
  return 'next';
}

/** Joins the state now with those after a turn; whether that changed it. */
function settle(machine: Machine, ways: readonly Changes[], widen: boolean): boolean {
  const { store } = machine;
  let changed = false;
  const seen = new Map<object, Set<string>>();
  for (const way of ways) {
    for (const [cells, keys] of way) {
      let done = seen.get(cells);
      if (!done) seen.set(cells, (done = new Set()));
      for (const key of keys.keys()) {
        if (done.has(key)) continue;
        done.add(key);
        const now = cells.get(key);
        let after: unknown = now;
        for (const other of ways) {
          const value = other.get(cells)?.get(key);
          if (value === undefined) continue;
          after = after === undefined ? value : joinCells(after, value);
        }
        if (sameCell(now, after)) continue;
        if (now !== undefined) changed = true;
        const value = widen && now !== undefined ? (isListState(after) ? { each: unknown } : unknown) : after;
        if (value !== undefined) store.set(cells, key, value);
      }
    }
  }
  return changed;
}
