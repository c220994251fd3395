import { compareSizes, isDifferent } from '../../sizes/compareSizes';
import type { Dim } from '../../sizes/size';
import type { Expression } from '../../syntax/ast';
import { truth } from '../../values/truth';
import { type ArrayValue, itemsOf, type Value } from '../../values/value';
import { formatDims } from '../../values/words';
import { operandOf } from '../calls/operandOf';
import type { Flow, Frame, Machine } from '../machine';
import { lookUp, setName } from '../names';

/** An `assert`: what it says of shapes is checked, and then believed. */
export function believe(machine: Machine, test: Expression, frame: Frame): Flow {
  if (test.kind === 'logic' && test.operator === 'and') {
    return believe(machine, test.left, frame) === 'stop' ? 'stop' : believe(machine, test.right, frame);
  }
  // Python takes a tuple as true, whatever is in it
  if (test.kind === 'tuple' && test.items.length > 0) return 'next';
  if (test.kind === 'compare' && test.operands.length === 2 && test.operators[0] === '==') {
    const [left, right] = test.operands as [Expression, Expression];
    const [a, b] = [machine.evaluate(left, frame), machine.evaluate(right, frame)];
    if (!believeShape(machine, left, a, b, test, frame)) believeShape(machine, right, b, a, test, frame);
    return 'next';
  }
  return truth(machine.evaluate(test, frame)) === false && test.kind === 'constant' ? 'stop' : 'next';
}

/** `assert X.shape == (1, m)`; whether it was one. */
function believeShape(
  machine: Machine,
  node: Expression,
  has: Value,
  said: Value,
  test: Expression,
  frame: Frame,
): boolean {
  if (node.kind !== 'attribute' || node.name !== 'shape') return false;
  const expected = dimsOf(said);
  if (!expected) return false;
  const actual = dimsOf(has);
  if (actual && !fits(machine, node.of, actual, expected, test, frame)) return true;
  if (node.of.kind !== 'name') return true;
  const held = lookUp(machine, node.of.id, frame);
  const type =
    held.kind === 'array' ? held.type : held.kind === 'unknown' ? standardType(machine) : undefined;
  if (type === undefined) return true;
  const shape = expected.map((dim, i) => dim ?? actual?.[i]);
  const before: Partial<ArrayValue> = held.kind === 'array' ? held : {};
  const origin = held.origin ?? { span: test, words: ', as asserted' };
  setName(machine, node.of.id, { ...before, kind: 'array', type, shape, origin }, frame);
  return true;
}

function fits(
  machine: Machine,
  of: Expression,
  actual: readonly Dim[],
  expected: readonly Dim[],
  test: Expression,
  frame: Frame,
): boolean {
  const compared = actual.map((dim, i) => compareSizes(dim, expected[i]));
  const certain = actual.length !== expected.length || compared.includes('different');
  if (!certain && !compared.some(isDifferent)) return true;
  const { words, origins } = operandOf(
    machine,
    of,
    machine.evaluate(of, frame),
    { span: test, frame, written: '' },
    'array',
  );
  machine.report(test, {
    code: 'assert-mismatch',
    certainty: certain ? 'different' : 'different in general',
    message: `${words} is ${formatDims(actual)} here, not ${formatDims(expected)}, so this assertion fails.`,
    related: origins,
  });
  return false;
}

/** What an array is when nothing but its shape is known: NumPy's, where no other library is about. */
function standardType(machine: Machine): string | undefined {
  const { imported } = machine;
  return imported.has('numpy') && !imported.has('torch') && !imported.has('tensorflow')
    ? 'numpy.ndarray'
    : undefined;
}

function dimsOf(value: Value): readonly Dim[] | undefined {
  if (value.kind !== 'tuple') return undefined;
  const items = itemsOf(value);
  return items?.map(item => (item.kind === 'int' ? item.size : undefined));
}
