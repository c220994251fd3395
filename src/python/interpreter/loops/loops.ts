import type { Of, Statement } from '../../syntax/ast';
import { elementOf, turnCountOf, turnsOf } from '../../values/elements';
import { joinCells } from '../../values/joinCells';
import { joinValues } from '../../values/joinValues';
import { lastMade } from '../../values/newCells';
import { truth } from '../../values/truth';
import type { Value } from '../../values/value';
import { assignTo } from '../expressions/assign';
import type { Flow, Frame, Loop, Machine } from '../machine';
import { namesIn } from '../namesSetBy';
import type { Changes } from '../store';
import { type Beginning, foldHolders } from './foldHolders';
import { areMuchAlike, isAsBefore } from './sameAgain';
import { changesAnything, settle } from './settle';
import { takeHolders } from './takeHolders';

/** Loops with more turns than this run to a fixed point. */
const mostTurns = 64;
/** Loops within loops that would repeat a statement more often than this do too. */
const mostRepeats = 128;
/** So do short loops, which go through layers: what is known of these is lost at a fixed point. */
const mostRepeatsOfShort = 1024;
/** As many turns of a long loop count for that: where they leave all as it was, no more are run. */
const mostCounted = 8;
/** After as many turns that left all as it was, those that are left of a long loop run to a fixed point. */
const mostCalm = 3;
/** What still changes after this many passes becomes unknown. */
const mostPasses = 3;

export function runFor(machine: Machine, node: Of<Statement, 'for'>, frame: Frame): Flow {
  const source = machine.evaluate(node.source, frame);
  const turns = turnsOf(source);
  const few = turns && turns.length <= mostTurns && turns.length * machine.repeats <= mostRepeatsOf(turns);
  const flow = inLoop(machine, frame, loop => {
    const turn = (value: Value) => () => {
      assignTo(machine, node.target, value, frame);
      return machine.run(node.body, frame);
    };
    if (few) return unrolled(machine, node, turns, frame, loop, turn);
    const isRepeated = (turnCountOf(source) ?? 0) > 1;
    return toFixedPoint(machine, loop, turn(elementOf(source)), { isRepeated });
  });
  return flow === 'stop' ? 'stop' : machine.run(node.otherwise, frame);
}

export function runWhile(machine: Machine, node: Of<Statement, 'while'>, frame: Frame): Flow {
  const first = truth(machine.evaluate(node.test, frame));
  if (first === false) return machine.run(node.otherwise, frame);
  const forever = first === true && node.test.kind === 'constant';
  const turn = () =>
    truth(machine.evaluate(node.test, frame)) === false ? 'next' : machine.run(node.body, frame);
  const flow = inLoop(machine, frame, loop => toFixedPoint(machine, loop, turn, { forever }));
  return flow === 'stop' ? 'stop' : machine.run(node.otherwise, frame);
}

function mostRepeatsOf({ length }: readonly Value[]): number {
  return length <= mostCounted ? mostRepeatsOfShort : mostRepeats;
}

/** Runs a loop's turns; the state after is that of any way out of it. */
function inLoop(machine: Machine, frame: Frame, run: (loop: Loop) => Flow): Flow {
  const { store } = machine;
  const mark = store.mark();
  const loop: Loop = { breakMark: mark, continueMark: mark, breaks: [], continues: [] };
  const outer = frame.loop;
  frame.loop = loop;
  const flow = run(loop);
  frame.loop = outer;
  if (loop.breaks.length === 0) return flow;
  const ways = [...loop.breaks];
  if (flow === 'next') ways.push(store.changesSince(mark));
  store.takeBack(mark);
  store.joinAll(ways, joinCells);
  return 'next';
}

/** Runs one turn; the state after is that of any way to the next. */
function runTurn({ store }: Machine, loop: Loop, turn: () => Flow): Flow {
  const mark = store.mark();
  loop.continueMark = mark;
  loop.continues = [];
  const flow = turn();
  if (loop.continues.length === 0) return flow;
  const ways = [...loop.continues];
  if (flow === 'next') ways.push(store.changesSince(mark));
  store.takeBack(mark);
  store.joinAll(ways, joinCells);
  return 'next';
}

/**
 * Runs each turn with its own value. Of a long loop whose turns leave all as it was those in the middle are run at once;
 * the last, in which an index is largest, is run with its own value again.
 */
function unrolled(
  machine: Machine,
  { target }: Of<Statement, 'for'>,
  turns: readonly Value[],
  { scope }: Frame,
  loop: Loop,
  turn: (value: Value) => () => Flow,
): Flow {
  const { repeats } = machine;
  machine.repeats *= Math.min(Math.max(1, turns.length), mostCounted);
  let isLong = turns.length > mostCounted && areMuchAlike(turns);
  const own = new Set(namesIn(target));
  const isOwn = (cells: unknown, key: string) =>
    own.has(key) && cells === (scope.elsewhere?.get(key) ?? scope).names;
  let calm = 0;
  let flow: Flow = 'next';
  for (let i = 0; i < turns.length && flow === 'next'; i++) {
    const { mark, made } = beginning(machine);
    flow = runTurn(machine, loop, turn(turns[i]!));
    if (flow === 'stop' || !isLong) continue;
    calm = isAsBefore(machine, mark, made, isOwn) ? calm + 1 : 0;
    const middle = turns.slice(i + 1, -1);
    if (calm < mostCalm || middle.length === 0) continue;
    isLong = false;
    flow = toFixedPoint(machine, loop, turn(middle.reduce(joinValues)), { isRepeated: middle.length > 1 });
    i = turns.length - 2;
  }
  machine.repeats = repeats;
  return flow;
}

interface Known {
  /** It takes two turns at least, unless it is left. */
  readonly isRepeated?: boolean;
  /** It takes turns until it is left. */
  readonly forever?: boolean;
}

/**
 * Runs turns until the state repeats. The first pass sees what the first turn sees, so what it finds is found for a turn
 * that happens.
 */
function toFixedPoint(machine: Machine, loop: Loop, turn: () => Flow, known: Known): Flow {
  const { store } = machine;
  const start = beginning(machine);
  const earlier = loop.breaks.length;
  let most = mostPasses;
  let left = false;
  for (let pass = 1; ; pass++) {
    const now = beginning(machine);
    const before = loop.breaks.length;
    const flow = runTurn(machine, loop, turn);
    const broken = loop.breaks.splice(before);
    if (flow === 'next' && pass === 1 && known.isRepeated && broken.length === 0) {
      // the second turn begins with what the first left, and nothing else
      if (!changesAnything(machine, now)) break;
      most++;
      continue;
    }
    const widen = pass >= most;
    if (flow === 'next') foldHolders(machine, start, now);
    const taken = flow === 'next' && !widen ? takeHolders(machine, now) : undefined;
    const way = store.changesSince(now.mark);
    store.takeBack(now.mark);
    // a pass begins with all that those before began with
    if (broken.length > 0) loop.breaks.length = earlier;
    loop.breaks.push(...broken.map(each => foldedWay(machine, loop, start, now, each)));
    if (flow === 'stop') {
      left = known.forever === true || (known.isRepeated === true && pass === 1);
      break;
    }
    if (!settle(machine, now, way, taken, widen) || pass > most) break;
  }
  return left || (known.forever && loop.breaks.length > earlier) ? 'stop' : 'next';
}

/** A way out of a loop with the names that what it made has in the state in which the turn began. */
function foldedWay(
  machine: Machine,
  { breakMark }: Loop,
  start: Beginning,
  turn: Beginning,
  way: Changes,
): Changes {
  const { store } = machine;
  store.joinAll([way], joinCells);
  foldHolders(machine, start, turn);
  const folded = store.changesSince(breakMark);
  store.takeBack(turn.mark);
  return folded;
}

function beginning({ store }: Machine): Beginning {
  return { mark: store.mark(), made: lastMade() };
}
