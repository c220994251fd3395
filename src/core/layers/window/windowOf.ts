import type { Window } from '../../kernels/window';
import { type Along, along, type Padding } from './along';
import { bothSides, type PaddingField, type SidesField } from './fields';

export interface WindowFields {
  readonly kernel: SidesField;
  readonly stride: SidesField;
  readonly dilation: SidesField;
  readonly padding: PaddingField;
}

/** What a kernel does along the height and along the width, by the fields of a layer. */
export function bothAlong(
  sizes: readonly [number | string, number | string],
  { kernel, stride, dilation, padding }: WindowFields,
): readonly [Along | undefined, Along | undefined] {
  const paddings: readonly [Padding, Padding] =
    typeof padding === 'string' ? [padding, padding] : bothSides(padding);
  const one = (i: 0 | 1) =>
    along({
      size: sizes[i],
      kernel: bothSides(kernel)[i],
      stride: bothSides(stride)[i],
      dilation: bothSides(dilation)[i],
      padding: paddings[i],
    });
  return [one(0), one(1)];
}

/** The same for the kernels, where all sizes are known. */
export function windowOf(shape: readonly number[], fields: WindowFields): Window {
  const [inH = 1, inW = 1, inC = 1] = shape;
  const [down, across] = bothAlong([inH, inW], fields);
  const [kH, kW] = bothSides(fields.kernel);
  const [strideH, strideW] = bothSides(fields.stride);
  const [dilationH, dilationW] = bothSides(fields.dilation);
  return {
    inH,
    inW,
    inC,
    kH,
    kW,
    strideH,
    strideW,
    padTop: down!.before,
    padLeft: across!.before,
    dilationH,
    dilationW,
    outH: down!.places,
    outW: across!.places,
  };
}
