import { joinLists, sameLists } from './joinValues';
import { type Cells, type ListState, unknown, type Value } from './value';

export type Lists = readonly Cells<ListState>[];

/** What is one of more lists than this is unknown. */
const most = 4;

/** The lists of which a value is one; undefined for what may be anything else. */
export function listsOf(value: Value): Lists | undefined {
  return value.kind === 'list' ? [value.cells] : value.kind === 'unknown' ? value.lists : undefined;
}

/** What they hold now in common. */
export function stateOf(lists: Lists): ListState {
  return lists.map(cells => cells.get('') ?? { each: unknown }).reduce(joinLists);
}

/**
 * What is one of the lists of either. Of lists that are made in each turn of a loop a third that says nothing more is left
 * out, so that the turns can come to an end: the two that are there stand for it.
 */
export function oneOf(a: Lists, b: Lists): Value {
  const [longer, shorter] = a.length < b.length ? [b, a] : [a, b];
  const all = [...longer];
  for (const cells of shorter) {
    if (all.includes(cells)) continue;
    if (all.length > 1 && sameLists(stateOf(all), stateOf([...all, cells]))) continue;
    all.push(cells);
  }
  return all.length > most ? unknown : { kind: 'unknown', lists: all };
}
