import { layers } from './all';
import type { LayerClass } from './layerClass';

/** How the classes of a library are read, by name. */
export function readersOf(library: LayerClass['library']): ReadonlyMap<string, LayerClass> {
  return readers[library];
}

const of = (wanted: LayerClass['library']) =>
  new Map(
    layers
      .flat()
      .filter(({ library }) => library === wanted)
      .flatMap(each => each.names.map(name => [name, each] as const)),
  );

const readers = { keras: of('keras'), torch: of('torch') };
