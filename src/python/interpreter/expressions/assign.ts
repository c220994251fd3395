import { freshId } from '../../sizes/freshId';
import type { Expression } from '../../syntax/ast';
import { elementOf } from '../../values/elements';
import { atomValue, itemsOf, list, listState, unknown, type Value } from '../../values/value';
import type { Frame, Machine } from '../machine';
import { lookUp, setName } from '../names';
import { writeSubscript } from './subscripts';

/** `target = value`. */
export function assignTo(
  machine: Machine,
  target: Expression,
  value: Value,
  frame: Frame,
  source?: Expression,
): void {
  switch (target.kind) {
    case 'name': {
      const named = traced(value, target);
      setName(machine, target.id, named, frame);
      machine.findings.assigned(target, named);
      return;
    }
    case 'tuple':
    case 'list':
      unpack(machine, target.items, value, frame, source);
      return;
    case 'attribute': {
      const of = machine.evaluate(target.of, frame);
      if (of.kind === 'instance') machine.store.set(of.attributes, target.name, traced(value, target));
      // a library's class is the same for all programs
      else if (of.kind === 'class' && !of.entry) machine.store.set(of.members, target.name, value);
      // x.shape = … and the like change what the name holds
      else if (of.kind === 'array' && target.of.kind === 'name')
        setName(machine, target.of.id, unknown, frame);
      return;
    }
    case 'subscript': {
      const of = machine.evaluate(target.of, frame);
      const index = machine.evaluate(target.index, frame);
      writeSubscript(machine, of, index, { value, node: source }, target, frame);
      return;
    }
    case 'star':
      assignTo(machine, target.operand, unknown, frame);
      return;
    default:
  }
}

/** The value with the place that named it; a whole number that isn't known becomes a size with that name. */
function traced(value: Value, target: Expression): Value {
  if (value.kind === 'int' && value.size === undefined && target.kind === 'name') {
    const named = atomValue(freshId(target.id), target.id);
    return { ...named, origin: { span: target } };
  }
  // what is shared keeps its identity in its cells, so a copy of the holder is the same list
  return value.kind === 'array' || value.kind === 'int'
    ? { ...value, origin: { ...value.origin, span: target } }
    : value;
}

function unpack(
  machine: Machine,
  targets: readonly Expression[],
  value: Value,
  frame: Frame,
  source: Expression | undefined,
): void {
  const star = targets.findIndex(({ kind }) => kind === 'star');
  const items = itemsOf(value) ?? (star < 0 ? rowsOf(value, targets.length) : undefined);
  if (items && star >= 0 && items.length >= targets.length - 1) {
    const after = items.length - (targets.length - 1 - star);
    for (const [i, target] of targets.entries()) {
      if (target.kind === 'star') assignTo(machine, target.operand, list(items.slice(star, after)), frame);
      else assignTo(machine, target, items[i < star ? i : after + i - star - 1]!, frame);
    }
    return;
  }
  if (items && star < 0 && items.length !== targets.length) {
    // a list may have grown where that couldn't be followed
    if (targets.length > 0 && (value.kind === 'tuple' || value.kind === 'array'))
      reportCount(machine, targets, items.length, source);
    for (const target of targets) assignTo(machine, target, unknown, frame);
    return;
  }
  if (items && star < 0) {
    for (const [i, target] of targets.entries()) assignTo(machine, target, items[i]!, frame);
    return;
  }
  if (value.kind === 'unknown' && source && believeShape(machine, targets, source, frame)) return;
  const each = star < 0 ? (value.kind === 'list' ? listState(value).each : elementOf(value)) : unknown;
  for (const target of targets) assignTo(machine, target, each, frame);
}

/** `m, n = X.shape` says of an X of which nothing is known that it has these two sizes. */
function believeShape(
  machine: Machine,
  targets: readonly Expression[],
  source: Expression,
  frame: Frame,
): boolean {
  if (source.kind !== 'attribute' || source.name !== 'shape' || source.of.kind !== 'name') return false;
  if (lookUp(machine, source.of.id, frame).kind !== 'unknown' || machine.imported.has('torch')) return false;
  if (!machine.imported.has('numpy') || machine.imported.has('tensorflow')) return false;
  const sizes = targets.map(target => {
    const name = target.kind === 'name' ? target.id : 'n';
    return atomValue(freshId(name), name === '_' ? 'n' : name);
  });
  const shape = sizes.map(size => (size.kind === 'int' ? size.size : undefined));
  setName(
    machine,
    source.of.id,
    { kind: 'array', type: 'numpy.ndarray', shape, origin: { span: source } },
    frame,
  );
  for (const [i, target] of targets.entries()) assignTo(machine, target, sizes[i]!, frame);
  return true;
}

/** An array is unpacked along its first size. */
function rowsOf(value: Value, count: number): readonly Value[] | undefined {
  if (value.kind !== 'array' || !value.shape || value.shape.length === 0) return undefined;
  const [length] = value.shape;
  const row = elementOf(value);
  if (typeof length === 'number' && length !== count)
    return Array.from({ length: Math.min(length, 1000) }, () => row);
  return Array.from({ length: count }, () => row);
}

function reportCount(
  machine: Machine,
  targets: readonly Expression[],
  count: number,
  source: Expression | undefined,
): void {
  const first = targets[0]!;
  const what = source
    ? machine.module.text.slice(source.start, source.end).replace(/\s+/g, ' ')
    : 'the value';
  machine.report(
    { start: first.start, end: targets.at(-1)!.end },
    {
      code: 'unpack-mismatch',
      message: `${what.length > 40 ? 'The value' : what} has ${count === 1 ? 'one part' : `${count} parts`}, but ${targets.length} names are to take them.`,
    },
  );
}
