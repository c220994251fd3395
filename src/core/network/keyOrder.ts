import { layers } from '../layers';
import type { Path } from './json/members';
import { networkSchema } from './schema';
import { bare, fieldNames } from './schemaTree';

const top = Object.keys(networkSchema.shape);
// what all alternatives of `data` have comes last in each of them
const inside = new Map(
  Object.entries(networkSchema.shape).map(([name, schema]) => [
    name,
    [...new Set(fieldNames(bare(schema)).reverse())].reverse(),
  ]),
);
const ofLayer = ['id', 'type', 'inputs', ...new Set(layers.flatMap(({ fields }) => Object.keys(fields)))];

/** The order of the fields in a network file, as its schema lists them. */
export function keyOrder(path: Path): readonly string[] | undefined {
  const [first, second] = path;
  if (first === undefined) return top;
  if (path.length === 1) return inside.get(String(first));
  return path.length === 2 && first === 'layers' && second !== undefined ? ofLayer : undefined;
}
