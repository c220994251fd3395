import type { Expression } from '../../syntax/ast';
import type { ClassValue, Value } from '../../values/value';
import type { Frame, Machine } from '../machine';

interface Super {
  /** The class above which is looked. */
  readonly owner: ClassValue;
  readonly self: Value;
}

/** What `super()` or `super(Net, self)` stands for in a method; undefined for anything else. */
export function superOf(machine: Machine, node: Expression, frame: Frame): Super | undefined {
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.id !== 'super') return undefined;
  if (node.args.length === 2) {
    const [owner, self] = node.args.map(({ value }) => machine.evaluate(value, frame));
    return owner?.kind === 'class' && self ? { owner, self } : undefined;
  }
  const { owner, self } = frame.function ?? {};
  return node.args.length === 0 && owner && self ? { owner, self } : undefined;
}
