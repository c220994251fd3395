import type { NamedDim } from '../../shape';
import type { LayerShapes, ShapeContext, WorkedSize } from '../layer';
import { pictureOf } from '../window/picture';
import { isUnsized, pictureShape } from './pictures';

/** A picture that a layer takes. */
export interface Picture {
  readonly height: NamedDim;
  readonly width: NamedDim;
  /** None where it is grey and has no axis of channels. */
  readonly channels: readonly NamedDim[];
}

/** The picture that feeds a layer such as `A crop layer`; undefined where it is none, which is told. */
export function pictureInput(
  what: string,
  { inputs: [input], symbols, problem }: ShapeContext<unknown>,
): Picture | undefined {
  if (!input || isUnsized(input)) {
    const [height, width, channels] = pictureShape([symbols.n_H, symbols.n_W, symbols.n_C], symbols);
    return { height: height!, width: width!, channels: [channels!] };
  }
  const found = pictureOf(input, what, problem);
  return found && { height: found[0], width: found[1], channels: input.slice(2) };
}

/** The formula of a side with the number of a picture put in, `28 + 2·1`, and what it comes to. */
export interface Side {
  readonly how: string;
  readonly size: number;
}

/**
 * The shapes of a layer that makes a picture of another height and width, and leaves the channels as they are. `side` is
 * asked where the side before is known.
 */
export function resized(
  what: string,
  context: ShapeContext<unknown>,
  side: (before: number, axis: 'height' | 'width') => Side,
): LayerShapes {
  const picture = pictureInput(what, context);
  if (!picture) return { output: context.inputs[0], parameters: [], flops: 0 };
  const worked: WorkedSize[] = [];
  const of = (axis: 'height' | 'width', symbol: string): NamedDim => {
    const before = picture[axis].size;
    if (typeof before !== 'number') return { symbol, size: symbol };
    const { how, size } = side(before, axis);
    worked.push({ symbol, how, size });
    return { symbol, size };
  };
  const { n_H, n_W } = context.symbols;
  const output = [of('height', n_H), of('width', n_W), ...picture.channels];
  return { output, parameters: [], flops: 0, worked };
}
