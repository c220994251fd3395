import { layers } from '../../layers';
import type { Path } from '../json/members';
import { networkSchema } from '../schema';
import { bare, fieldNames } from './schemaTree';

const top = Object.keys(networkSchema.shape);
// what all alternatives of `data` have comes last in each of them
const inside = new Map(
  Object.entries(networkSchema.shape).map(([name, schema]) => [
    name,
    [...new Set(fieldNames(bare(schema)).reverse())].reverse(),
  ]),
);
const ofLayer = ['id', 'type', 'inputs', ...merged(layers.map(({ fields }) => Object.keys(fields)))];

/** One order of all names in which those of each list stand as they do there: one that is new goes before its next. */
function merged(lists: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const list of lists) {
    let next = order.length;
    for (const name of list.toReversed()) {
      const at = order.indexOf(name);
      if (at < 0) order.splice(next, 0, name);
      else next = at;
    }
  }
  return order;
}

/** The order of the fields in a network file, as its schema lists them. */
export function keyOrder(path: Path): readonly string[] | undefined {
  const [first, second] = path;
  if (first === undefined) return top;
  if (path.length === 1) return inside.get(String(first));
  return path.length === 2 && first === 'layers' && second !== undefined ? ofLayer : undefined;
}
