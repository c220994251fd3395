import { covered, slidOver } from '../../shapes/window';
import { type Dim, plus, times } from '../../sizes/size';
import { itemsOf, sizeIn, unknown, type Value } from '../../values/value';
import { formatDims } from '../../values/words';
import type { LayerCall } from './layer';

/** Rows, columns and depth of maps, and their channels, wherever these stand. */
export interface Maps {
  readonly sizes: readonly Dim[];
  readonly channels: Dim;
  /** The shape of maps of other sizes from the same examples. */
  with(sizes: readonly Dim[], channels: Dim): readonly Dim[];
}

const axes = ['steps', 'height and width', 'three spatial axes'];

/** Reads maps with `rank` spatial axes. Undefined where the input is none, or where its channels stand isn't known. */
export function mapsOf(layer: LayerCall, shape: readonly Dim[], rank: number): Maps | undefined {
  if (!layer.takesRank(shape, rank + 2, `maps with ${axes[rank - 1]} and channels`)) return undefined;
  const first = channelsFirst(layer);
  if (first === undefined) return undefined;
  return first
    ? {
        sizes: shape.slice(2),
        channels: shape[1],
        with: (sizes, channels) => [shape[0], channels, ...sizes],
      }
    : {
        sizes: shape.slice(1, -1),
        channels: shape.at(-1),
        with: (sizes, channels) => [shape[0], ...sizes, channels],
      };
}

/** Whether channels come before rows and columns: as the layer says, or as the program sets it for all. */
export function channelsFirst(layer: LayerCall): boolean | undefined {
  const format = layer.value('data_format') ?? layer.call.state.get('keras.image_data_format');
  if (!format) return false;
  return format.kind === 'string' && format.value !== undefined
    ? format.value === 'channels_first'
    : undefined;
}

/** `3` or `(3, 3)`; `standard` where none is given. Unknown sizes where neither is known. */
export function perAxis(value: Value | undefined, rank: number, standard: Dim): readonly Dim[] {
  if (!value || value.kind === 'none') return Array.from({ length: rank }, () => standard);
  const items = itemsOf(value);
  if (items) return items.length === rank ? items.map(sizeIn) : Array.from({ length: rank }, () => undefined);
  return Array.from({ length: rank }, () => sizeIn(value));
}

/** `1`, `(1, 2)` or `((1, 1), (2, 2))`: what is put before and after each axis, together. */
export function aroundAxes(value: Value | undefined, rank: number, standard: number): readonly Dim[] {
  const both = (one: Value): Dim => {
    const items = itemsOf(one);
    return items ? plus(sizeIn(items[0] ?? unknown), sizeIn(items[1] ?? unknown)) : times(sizeIn(one), 2);
  };
  if (!value || value.kind === 'none') return Array.from({ length: rank }, () => 2 * standard);
  if (rank === 1) return [both(value)];
  const items = itemsOf(value);
  if (items?.length === rank) return items.map(both);
  return Array.from({ length: rank }, () => (items ? undefined : both(value)));
}

export interface Window {
  readonly sizes: readonly Dim[];
  readonly strides: readonly Dim[];
  readonly dilation: readonly Dim[];
  readonly padding: 'valid' | 'same' | undefined;
}

/** Whether anything is put around maps; `causal` puts all of it before them. */
export function paddingOf(layer: LayerCall): Window['padding'] {
  const padding = layer.value('padding');
  if (!padding) return 'valid';
  const words = padding.kind === 'string' ? padding.value?.toLowerCase() : undefined;
  return words === 'valid' ? 'valid' : words === 'same' || words === 'causal' ? 'same' : undefined;
}

/** The sizes that a window leaves when it slides over maps; undefined after a report of one larger than its input. */
export function slid(layer: LayerCall, maps: Maps, window: Window): readonly Dim[] | undefined {
  const { sizes, strides, dilation, padding } = window;
  const covers = sizes.map((size, i) => covered(size, dilation[i]));
  const after = slidOver(maps.sizes, { covers, strides, padding });
  if (after) return after;
  layer.report({
    code: 'negative-dimension',
    message: `The window of ${layer.words} is ${formatDims(covers)}, but its input has only ${formatDims(maps.sizes)} left: nothing would come out.`,
  });
  return undefined;
}
