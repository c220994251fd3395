import { commentShape } from '../../contracts/commentShape';
import type { Block, ClassStatement, FunctionStatement, Of, Statement } from '../../syntax/ast';
import { joinCells } from '../../values/joinCells';
import { truth } from '../../values/truth';
import { type ClassValue, type FunctionValue, none, unknown, type Value } from '../../values/value';
import { assignTo } from '../expressions/assign';
import { binary } from '../expressions/operators';
import { forgetLists } from '../forgetLists';
import { runFor, runWhile } from '../loops/loops';
import { type Flow, type Frame, type Machine, spend } from '../machine';
import { captured, lookUp, newScope, setName } from '../names';
import type { Changes } from '../store';
import { believe } from './believe';
import { runImport, runImportFrom } from './imports';
import { runTry } from './runTry';

type Runners = { readonly [K in Statement['kind']]: (m: Machine, s: Of<Statement, K>, f: Frame) => Flow };

const runners: Runners = {
  expression: (machine, { value }, frame) => {
    machine.evaluate(value, frame);
    return 'next';
  },
  assign: (machine, { targets, value, end }, frame) => {
    if (!value) return 'next';
    const source = machine.evaluate(value, frame);
    const held = source.kind === 'unknown' ? (commentedShape(machine, end, frame) ?? source) : source;
    for (const target of targets) assignTo(machine, target, held, frame, value);
    return 'next';
  },
  augment: (machine, { target, operator, value, start, end }, frame) => {
    const before = machine.evaluate(target, frame);
    const other = machine.evaluate(value, frame);
    forgetLists(machine, before);
    if (before.kind === 'list' && operator === '+') {
      const extend = machine.registry.member('list', 'extend');
      if (extend) {
        machine.invoke(
          { kind: 'op', entry: extend.entry, name: extend.name, self: before },
          { positional: [{ value: other, node: value }], named: new Map(), complete: true },
          { span: { start, end }, frame, written: '+=' },
        );
      }
      return 'next';
    }
    const node = { kind: 'binary', operator, left: target, right: value, start, end } as const;
    const after = binary(machine, operator, before, other, node, frame);
    // in place, an array keeps its shape; that the result fits it is the rule's matter
    assignTo(machine, target, inPlace(machine, before, after, node, frame), frame, node);
    return 'next';
  },
  if: (machine, { test, yes, no }, frame) => {
    const known = truth(machine.evaluate(test, frame));
    if (known !== undefined) return machine.run(known ? yes : no, frame);
    return either(machine, [() => machine.run(yes, frame), () => machine.run(no, frame)]);
  },
  for: runFor,
  while: runWhile,
  function: (machine, statement, frame) => {
    setName(machine, statement.name, functionValue(machine, statement, frame), frame);
    return 'next';
  },
  class: (machine, statement, frame) => {
    setName(machine, statement.name, classValue(machine, statement, frame), frame);
    return 'next';
  },
  return: (machine, { value }, frame) => {
    const given = value ? machine.evaluate(value, frame) : none;
    frame.returns.push({ value: given, at: machine.store.moment(frame.mark) });
    return 'stop';
  },
  with: (machine, { items, body }, frame) => {
    const expectsFailure = items.some(({ value }) =>
      /\b(raises|assertRaises|suppress)\b/.test(sourceOf(machine, value)),
    );
    for (const { value, target } of items) {
      const held = machine.evaluate(value, frame);
      if (target) assignTo(machine, target, held, frame);
    }
    if (!expectsFailure) return machine.run(body, frame);
    machine.muted(() => machine.run(body, frame));
    return 'next';
  },
  try: runTry,
  raise: () => 'stop',
  assert: (machine, { test }, frame) => believe(machine, test, frame),
  import: runImport,
  from: runImportFrom,
  global: (machine, { names, nonlocal }, frame) => {
    for (const name of names) {
      let scope = nonlocal ? frame.scope.parent : machine.moduleScope;
      while (nonlocal && scope && scope.kind === 'function' && !scope.names.has(name)) scope = scope.parent;
      if (scope) (frame.scope.elsewhere ??= new Map()).set(name, scope);
    }
    return 'next';
  },
  delete: (machine, { targets }, frame) => {
    for (const target of targets) {
      if (target.kind === 'name') setName(machine, target.id, unknown, frame);
      else if (target.kind === 'subscript') {
        const of = machine.evaluate(target.of, frame);
        forgetLists(machine, of);
        if (of.kind === 'list') machine.store.set(of.cells, '', { each: unknown });
      }
    }
    return 'next';
  },
  break: (machine, _, frame) => {
    if (frame.loop) frame.loop.breaks.push(machine.store.changesSince(frame.loop.breakMark));
    return 'stop';
  },
  continue: (machine, _, frame) => {
    if (frame.loop) frame.loop.continues.push(machine.store.changesSince(frame.loop.continueMark));
    return 'stop';
  },
  pass: () => 'next',
  match: (machine, { subject, cases }, frame) => {
    machine.evaluate(subject, frame);
    return either(machine, [...cases.map(body => () => machine.run(body, frame)), () => 'next' as const]);
  },
  broken: (machine, { names }, frame) => {
    for (const name of names) if (frame.scope.names.has(name)) setName(machine, name, unknown, frame);
    return 'next';
  },
};

export function run(machine: Machine, block: Block, frame: Frame): Flow {
  for (const statement of block) {
    spend(machine);
    const flow = (runners[statement.kind] as (m: Machine, s: Statement, f: Frame) => Flow)(
      machine,
      statement,
      frame,
    );
    if (machine.halted) {
      machine.halted = false;
      return 'stop';
    }
    if (flow === 'stop') return 'stop';
  }
  return 'next';
}

/** Runs each of several branches of which one is taken, and joins the states of those that come out of it. */
export function either(machine: Machine, choices: readonly (() => Flow)[]): Flow {
  const out: Changes[] = [];
  for (const choice of choices) {
    const mark = machine.store.mark();
    if (choice() === 'next') out.push(machine.store.changesSince(mark));
    machine.store.takeBack(mark);
  }
  machine.store.joinAll(out, joinCells);
  return out.length > 0 ? 'next' : 'stop';
}

/** Decorators that leave the result of a function as it is. */
const transparent =
  /^(staticmethod|classmethod|property|override|typechecked|tf\.function|jit|njit|(torch\.)?(no_grad|inference_mode)\(\)|numba\.\w+(\(.*\))?|jaxtyped.*|(functools\.)?(lru_cache.*|cache)|(abc\.)?abstractmethod)$/;

function commentedShape(machine: Machine, end: number, frame: Frame): Value | undefined {
  const { module, imported, moduleScope } = machine;
  return commentShape(end, {
    module,
    imported,
    ...(frame.scope !== moduleScope && frame.function && { owner: frame.function }),
    sizeOf: name => {
      const known = lookUp(machine, name, frame);
      return known.kind === 'int' ? known.size : undefined;
    },
  });
}

/** `a += b` on an array: what it holds keeps its shape. */
function inPlace(
  machine: Machine,
  before: Value,
  after: Value,
  node: { start: number; end: number },
  frame: Frame,
): Value {
  if (before.kind !== 'array') return after;
  // whatever is added to it; a single number of NumPy is the one that becomes something else
  if (after.kind === 'unknown' && before.shape && before.shape.length > 0)
    return { kind: 'array', type: before.type, shape: before.shape };
  if (after.kind !== 'array') return after;
  const check = machine.registry.member(before.type, '__inplace__');
  if (check?.entry.kind !== 'function') return after;
  return machine.invoke(
    { kind: 'op', entry: check.entry, name: check.name },
    { positional: [{ value: before }, { value: after }], named: new Map(), complete: true },
    { span: node, frame, written: sourceOf(machine, node) },
  );
}

function functionValue(
  machine: Machine,
  statement: FunctionStatement,
  frame: Frame,
  owner?: ClassValue,
): Value {
  const defaults = new Map<string, Value>();
  for (const { name, default: standard } of statement.parameters) {
    if (standard) defaults.set(name, machine.evaluate(standard, frame));
  }
  const decorators = statement.decorators.map(node => sourceOf(machine, node));
  const made: FunctionValue = {
    kind: 'function',
    name: statement.name,
    parameters: statement.parameters,
    body: statement.body,
    ...(statement.docstring && { docstring: statement.docstring }),
    generator: statement.generator,
    wrapped: decorators.some(decorator => !transparent.test(decorator)),
    scope: captured(frame.scope.kind === 'class' ? (frame.scope.parent ?? frame.scope) : frame.scope),
    defaults,
    ...(owner && { owner }),
    ...(decorators.includes('staticmethod') && { binding: 'static' }),
    ...(decorators.includes('classmethod') && { binding: 'class' }),
    ...(decorators.includes('property') && { binding: 'property' }),
    span: statement.nameSpan,
  };
  machine.functions.set(statement, made);
  return made;
}

function classValue(machine: Machine, statement: ClassStatement, frame: Frame): Value {
  const scope = newScope('class', frame.scope);
  const bases = statement.bases.map(base => machine.evaluate(base, frame));
  const made: ClassValue = {
    kind: 'class',
    name: statement.name,
    bases,
    statement,
    members: scope.names,
  };
  const inside: Frame = { ...frame, scope };
  for (const member of statement.body) {
    if (member.kind === 'function')
      machine.store.set(scope.names, member.name, functionValue(machine, member, inside, made));
    else machine.run([member], inside);
  }
  machine.classes.push(made);
  return statement.decorators.some(node => !/dataclass|register/.test(sourceOf(machine, node)))
    ? unknown
    : made;
}

function sourceOf(machine: Machine, { start, end }: { start: number; end: number }): string {
  return machine.module.text.slice(start, end);
}
