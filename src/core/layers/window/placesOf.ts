import type { NamedDim } from '../../shape';
import type { LayerFault, SizeSymbols, WorkedSize } from '../layer';
import type { PaddingField, SidesField } from './fields';
import { findWindowFaults, type WindowNames } from './findFaults';
import { bothAlong } from './windowOf';

export interface PlacesFields {
  readonly kernelSize: SidesField;
  readonly stride: SidesField;
  readonly dilation: SidesField;
  readonly padding: PaddingField;
}

export interface Places {
  /** n_H and n_W of the output. */
  readonly sides: readonly [NamedDim, NamedDim];
  /** Their product; 0 where it isn't known. */
  readonly places: number;
  readonly worked: readonly WorkedSize[];
  /** The channels of the input. */
  readonly before: NamedDim;
}

/** Of a layer whose input isn't known. */
const unknown = ['n_H', 'n_W', 'n_C'].map(symbol => ({ symbol, size: symbol }));

/** The height and the width of what a kernel gives, with what is wrong with it. `names` says which field holds its size. */
export function placesOf(
  picture: readonly [NamedDim, NamedDim, NamedDim] | undefined,
  fields: PlacesFields,
  symbols: Pick<SizeSymbols, 'n_H' | 'n_W'>,
  problem: (fault: LayerFault) => void,
  names: WindowNames = { key: 'kernelSize', name: 'kernel' },
): Places {
  const [height, width, before] = (picture ?? unknown) as readonly [NamedDim, NamedDim, NamedDim];
  const [down, across] = bothAlong([height.size, width.size], { ...fields, kernel: fields.kernelSize });
  const kinds = [
    ['rows', height.size, down],
    ['columns', width.size, across],
  ] as const;
  findWindowFaults(kinds, fields.kernelSize, names, problem);
  // where the kernel doesn't fit there is no size, and what follows has nothing to find fault with
  const size = (found: typeof down) => (found && found.places > 0 ? found.places : undefined);
  const [n_H, n_W] = [size(down), size(across)];
  return {
    sides: [
      { symbol: symbols.n_H, size: n_H ?? symbols.n_H },
      { symbol: symbols.n_W, size: n_W ?? symbols.n_W },
    ],
    places: (n_H ?? 0) * (n_W ?? 0),
    worked: [
      ...(down && down.places > 0 ? [{ symbol: symbols.n_H, how: down.how, size: down.places }] : []),
      ...(across && across.places > 0 ? [{ symbol: symbols.n_W, how: across.how, size: across.places }] : []),
    ],
    before,
  };
}
