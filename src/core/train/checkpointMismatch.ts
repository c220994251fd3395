import type { SavedShape } from '../plan/savedShape';
import { formatShape, sameShape } from '../shape';
import { savedArray } from './savedArray';
import type { Checkpoint, SavedArray } from './training';

/** Why saved weights don't fit what a network needs, in a sentence or two; undefined where they do. */
export function checkpointMismatch(
  network: readonly SavedShape[],
  { parameters: saved }: Pick<Checkpoint, 'parameters'>,
): string | undefined {
  const found = new Map(network.map(own => [own, savedArray(saved, own)]));
  const used = new Set(found.values());
  const left = saved.filter(array => !used.has(array));
  for (const [own, array] of found) {
    const needed = formatShape(own.shape);
    if (!array) {
      return `The weights hold no ${said(own)}, which the network needs as ${needed}. ${instead(own, network, left)}`.trim();
    }
    if (!sameShape(array.shape, own.shape)) {
      return `The weights are of another network: their ${said(own)} is ${formatShape(array.shape)}, but this network needs ${needed}.`;
    }
  }
  if (left.length > 0) return `The weights are of another network: it has no ${listed(left)}.`;
  return undefined;
}

/** By its symbol, as it is on the screen, and by its name in the file. */
const said = ({ name, savedAs }: SavedShape) => (name ? `${name} (${savedAs})` : savedAs);

/** What the weights hold in the place of a parameter that they don't. */
function instead({ layer }: SavedShape, network: readonly SavedShape[], left: readonly SavedArray[]): string {
  if (left.length === 0) return '';
  const own = network.filter(array => array.layer === layer);
  const ids = new Set(left.map(({ name }) => name.slice(0, name.lastIndexOf('.'))));
  const alike = [...ids].filter(id =>
    own.every(({ unnumbered, shape }) =>
      left.some(array => array.name === `${id}.${unnumbered}` && sameShape(array.shape, shape)),
    ),
  );
  return alike.length === 1
    ? `What they hold of these shapes is of a layer "${alike[0]}": where "${layer}" was called so, call it so again.`
    : `They hold ${listed(left)} instead.`;
}

/** The first few, with their shapes. */
function listed(arrays: readonly SavedArray[]): string {
  const shown = 6;
  const names = arrays.slice(0, shown).map(({ name, shape }) => `${name} ${formatShape(shape)}`);
  const more = arrays.length - shown;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
