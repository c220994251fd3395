import type { LayerCard } from '../scene/layerCard';
import { bar } from './bar';
import { block } from './block';
import { box } from './box';
import { capsule } from './capsule';
import type { Figure } from './figure';
import { joint } from './joint';
import { neurons } from './neurons';
import { stack } from './stack';
import { unknown } from './unknown';
import { volume } from './volume';

/** The first that fits is taken. */
const figures: readonly Figure[] = [stack, joint, capsule, bar, neurons, volume, block, box, unknown];

export function figureOf(card: LayerCard): Figure {
  return figures.find(figure => figure.fits(card))!;
}
