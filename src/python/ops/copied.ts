import { newCells } from '../values/newCells';
import { listState, unknown, type Value } from '../values/value';

/**
 * A value apart from the one it is copied from, with what it holds: `copy.deepcopy`. What is held twice is copied once.
 */
export function copied(value: Value, depth: number, copies = new Map<unknown, Value>()): Value {
  if (depth > 6) return value;
  const inner = (held: Value) => copied(held, depth + 1, copies);
  switch (value.kind) {
    case 'list': {
      const known = copies.get(value.cells);
      if (known) return known;
      const { items, each } = listState(value);
      const cells = newCells([['', items ? { items: items.map(inner), each } : { each }]]);
      return once({ kind: 'list', cells }, value.cells, copies);
    }
    case 'dict': {
      const known = copies.get(value.cells);
      if (known) return known;
      const cells = newCells([...value.cells].map(([key, held]) => [key, inner(held)] as const));
      return once({ kind: 'dict', cells }, value.cells, copies);
    }
    case 'tuple':
      return { ...value, items: value.items.map(inner) };
    case 'unknown':
      // one of several lists is another after it is copied
      return value.lists ? unknown : value;
    default:
      return value;
  }
}

function once(copy: Value, of: unknown, copies: Map<unknown, Value>): Value {
  copies.set(of, copy);
  return copy;
}
