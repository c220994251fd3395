import { newCells } from '../values/newCells';
import { listState, type Value } from '../values/value';

/** A value apart from the one it is copied from, with what it holds: `copy.deepcopy`. */
export function copied(value: Value, depth: number): Value {
  if (depth > 6) return value;
  switch (value.kind) {
    case 'list': {
      const { items, each } = listState(value);
      return {
        kind: 'list',
        cells: newCells([
          ['', items ? { items: items.map(item => copied(item, depth + 1)), each } : { each }],
        ]),
      };
    }
    case 'dict':
      return {
        kind: 'dict',
        cells: newCells([...value.cells].map(([key, held]) => [key, copied(held, depth + 1)] as const)),
      };
    case 'tuple':
      return { ...value, items: value.items.map(item => copied(item, depth + 1)) };
    default:
      return value;
  }
}
