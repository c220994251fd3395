import type { DataFacts } from '../network/dataReport';
import { denseLayers, flatten, type ProposedLayer } from './proposedLayer';

/** The side of the smallest picture that a pool of 2 × 2 twice leaves something of. */
const smallestSide = 8;
/** The side that pools bring a picture down to, or a little more. */
const wantedSide = 7;
const mostFilters = 64;
const units = 64;

/**
 * Whether an example is a picture: (height, width, channels) with the channels of grey or colours, or any of bytes; without
 * channels, of bytes or as high as it is wide.
 */
function showsPicture({ inputShape, inputType }: DataFacts): boolean {
  const [height, width, channels] = inputShape;
  if (!height || !width || inputShape.length > 3 || Math.min(height, width) < smallestSide) return false;
  return inputType === 'uint8' || (channels === undefined ? height === width : channels <= 4);
}

/**
 * Convolutions of 3 × 3 with a pool of 2 × 2 after each, twice or until pictures are small, with twice as many filters each
 * time, then a dense layer. Undefined where the data aren't pictures.
 */
export function proposeConvolutions(
  facts: DataFacts | undefined,
): { readonly hidden: readonly ProposedLayer[]; readonly filters: readonly number[] } | undefined {
  if (!facts || !showsPicture(facts)) return undefined;
  const side = Math.min(facts.inputShape[0]!, facts.inputShape[1]!);
  const count = Math.max(2, Math.round(Math.log2(side / wantedSide)));
  const filters = Array.from({ length: count }, (_, i) => Math.min(mostFilters, 8 * 2 ** i));
  const windows = filters.flatMap((each, i) => [
    {
      id: `conv${i + 1}`,
      type: 'conv2d',
      filters: each,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      initializer: 'he',
    },
    { id: `pool${i + 1}`, type: 'max-pool2d', poolSize: 2 },
  ]);
  return { hidden: [...windows, flatten, ...denseLayers([units])], filters };
}
