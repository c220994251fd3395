import type { Block, Expression } from '../../syntax/ast';
import { isWhollyKnown } from '../../values/isWhollyKnown';
import { joinCells } from '../../values/joinCells';
import { joinValues } from '../../values/joinValues';
import { newCells } from '../../values/newCells';
import {
  type ClassValue,
  dict,
  type FunctionValue,
  type InstanceValue,
  none,
  tuple,
  unknown,
  unknownKey,
  type Value,
} from '../../values/value';
import { forgetLists } from '../forgetLists';
import type { Arguments, Flow, Frame, Machine, Site } from '../machine';
import { newScope } from '../names';
import { applyClassRule, applyEntry } from './applyEntry';
import { inClass } from './attributes';
import { generatorOf } from './generators';

const deepest = 40;
/** A function may stand this often among the calls under way. */
const mostRecursion = 2;

/** Calls a value. */
export function invoke(machine: Machine, callee: Value, args: Arguments, site: Site): Value {
  switch (callee.kind) {
    case 'function':
      return follow(machine, callee, args, site);
    case 'op':
      return applyEntry(
        machine,
        callee.entry,
        callee.name,
        callee.self ? { ...args, positional: [{ value: callee.self }, ...args.positional] } : args,
        site,
      );
    case 'class':
      return make(machine, callee, args, site);
    case 'instance':
      return callInstance(machine, callee, args, site);
    case 'module':
      // a function of a library that no table has: it gives anything, and changes nothing that is kept here
      return unknown;
    default:
      forget(machine, args);
      return unknown;
  }
}

/** What a function that isn't followed may have changed. */
function forget(machine: Machine, { positional, named }: Arguments): void {
  for (const { value } of [...positional, ...named.values()]) {
    forgetLists(machine, value);
    if (value.kind === 'list') machine.store.set(value.cells, '', { each: unknown });
    else if (value.kind === 'dict') {
      for (const key of value.cells.keys()) machine.store.set(value.cells, key, unknown);
      machine.store.set(value.cells, unknownKey, unknown);
    }
  }
}

/** Runs a function of the program with these arguments. */
export function follow(machine: Machine, callee: FunctionValue, args: Arguments, site: Site): Value {
  const times = machine.running.filter(body => body === callee.body).length;
  if (callee.wrapped || times >= mostRecursion || machine.depth >= deepest) {
    forget(machine, args);
    return unknown;
  }
  const scope = newScope('function', callee.scope);
  const frame: Frame = {
    scope,
    function: callee,
    mark: machine.store.mark(),
    returns: [],
    ...(callee.generator && { yields: [] }),
    alone: site.frame.alone,
  };
  if (!bindParameters(machine, callee, args, frame)) {
    forget(machine, args);
    return unknown;
  }
  if ([...args.positional, ...args.named.values()].every(({ value }) => value.kind !== 'unknown')) {
    machine.followed.add(callee.body);
  }
  machine.calls.push(site.span);
  try {
    return runBody(machine, callee, frame);
  } finally {
    machine.calls.pop();
  }
}

/** Runs the body in a frame whose parameters are set; the state after is that of any way out. */
export function runBody(machine: Machine, callee: FunctionValue, frame: Frame): Value {
  machine.running.push(callee.body);
  machine.depth++;
  try {
    if (!isBlock(callee.body)) return machine.evaluate(callee.body, frame);
    const flow = machine.run(callee.body, frame);
    return frame.yields ? generatorOf(machine, frame, flow) : leave(machine, frame, flow);
  } finally {
    machine.depth--;
    machine.running.pop();
  }
}

/** What a function gives whose body has run, and the state after any way out of it. */
function leave(machine: Machine, { scope, mark, returns }: Frame, flow: Flow): Value {
  const { store } = machine;
  const [first, ...others] = returns;
  if (!first && flow === 'stop') {
    store.takeBack(mark);
    machine.halted = true;
    return unknown;
  }
  // with one way out the state is what it should be
  if (!first || (flow === 'stop' && others.length === 0 && store.isNow(first.at))) {
    if (!scope.captured) store.release(scope.names, mark);
    return first?.value ?? none;
  }
  const ways = returns.map(({ at }) => store.changesAt(at));
  if (flow === 'next') ways.push(store.changesSince(mark));
  store.takeBack(mark);
  if (!scope.captured) for (const way of ways) way.delete(scope.names);
  store.joinAll(ways, joinCells);
  const value = returns.map(given => given.value).reduce(joinValues);
  return flow === 'next' ? joinValues(value, none) : value;
}

function bindParameters(machine: Machine, callee: FunctionValue, args: Arguments, frame: Frame): boolean {
  const { names } = frame.scope;
  const set = (name: string, value: Value) => machine.store.set(names, name, value);
  const given = callee.self ? [{ value: callee.self }, ...args.positional] : [...args.positional];
  const named = new Map(args.named);
  const places = callee.parameters.filter(({ star }) => star === undefined);
  const rest = callee.parameters.findIndex(({ star }) => star === '*');
  const beforeStar = rest < 0 ? places.length : rest;
  for (const [i, parameter] of places.entries()) {
    const positional = i < beforeStar ? given.shift() : undefined;
    const byName = named.get(parameter.name);
    named.delete(parameter.name);
    if (positional && byName) return false;
    const argument = positional ?? byName;
    const standard = callee.defaults.get(parameter.name);
    if (argument) set(parameter.name, argument.value);
    else if (!args.complete) set(parameter.name, unknown);
    else if (standard !== undefined) set(parameter.name, standard);
    else if (parameter.default)
      set(parameter.name, machine.evaluate(parameter.default, { ...frame, scope: callee.scope }));
    else return false;
  }
  for (const { name, star } of callee.parameters) {
    if (star === '*') set(name, args.complete ? tuple(given.splice(0).map(({ value }) => value)) : unknown);
    if (star === '**') {
      set(name, args.complete ? dict([...named].map(([key, { value }]) => [key, value] as const)) : unknown);
      named.clear();
    }
  }
  return !args.complete || (given.length === 0 && named.size === 0);
}

/** Makes an instance, as calling a class does. */
export function make(machine: Machine, of: ClassValue, args: Arguments, site: Site): Value {
  const { entry } = of;
  const self: InstanceValue = { kind: 'instance', of, attributes: newCells() };
  if (entry) {
    if (entry.make) return applyClassRule(machine, entry.make, entry.parameters, of.name, args, self, site);
    const init = entry.init;
    if (init) {
      applyClassRule(
        machine,
        (call, made) => void init(call, made),
        entry.parameters,
        of.name,
        args,
        self,
        site,
      );
    }
    return self;
  }
  const init = inClass(machine, of, '__init__');
  if (init.kind === 'function' || init.kind === 'op') {
    machine.invoke({ ...init, self }, args, site);
    return self;
  }
  return isWhollyKnown(of) ? self : unknown;
}

function callInstance(machine: Machine, callee: InstanceValue, args: Arguments, site: Site): Value {
  const own = inClass(machine, callee.of, '__call__');
  if (own.kind === 'function') return machine.invoke({ ...own, self: callee }, args, site);
  const library = callableBase(callee.of);
  if (!library?.entry?.call) {
    forget(machine, args);
    return unknown;
  }
  const { entry } = library;
  return applyClassRule(
    machine,
    entry.call!,
    entry.callParameters ?? '*args, **kwargs',
    library.name,
    args,
    callee,
    site,
  );
}

/** The nearest class among those it is made from whose instances can be called. */
function callableBase(of: ClassValue, depth = 0): ClassValue | undefined {
  if (of.entry?.call) return of;
  if (depth > 20) return undefined;
  for (const base of of.bases) {
    const found = base.kind === 'class' ? callableBase(base, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isBlock(body: Block | Expression): body is Block {
  return Array.isArray(body);
}
