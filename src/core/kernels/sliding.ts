/**
 * How a kernel goes over pictures (n_H, n_W, n_C): its size, its steps, and the places at which it stops. A series (T, n) is
 * a picture of height 1.
 */
export interface Sliding {
  /** Of the input. */
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly kernel: Sides;
  readonly stride: Sides;
  readonly dilation: Sides;
  /** Rows and columns of padding above and to the left; those below and to the right follow from the output. */
  readonly before: Sides;
  /** Of the output. */
  readonly places: Sides;
}

/** Vertically and horizontally. */
export type Sides = readonly [number, number];

/** As `src/wasm/sliding.ts` reads it. */
export function slidingSlots({
  height,
  width,
  channels,
  kernel,
  stride,
  dilation,
  before,
  places,
}: Sliding): readonly number[] {
  return [height, width, channels, ...kernel, ...stride, ...dilation, ...before, ...places];
}

/** The numbers of an input, and the places of an output. */
export const inputSize = ({ height, width, channels }: Sliding) => height * width * channels;
export const placeCount = ({ places: [down, across] }: Sliding) => down * across;

/**
 * Calls `visit` with each pair of a place of the output and an input row and column that its kernel covers, padding left
 * out: all of one place after the other, in the order of the kernel.
 */
export function forEachTap(
  { height, width, kernel, stride, dilation, before, places }: Sliding,
  visit: (place: number, tap: number, pixel: number) => void,
): void {
  for (let i = 0; i < places[0]; i++) {
    for (let j = 0; j < places[1]; j++) {
      for (let u = 0; u < kernel[0]; u++) {
        const row = i * stride[0] + u * dilation[0] - before[0];
        if (row < 0 || row >= height) continue;
        for (let v = 0; v < kernel[1]; v++) {
          const column = j * stride[1] + v * dilation[1] - before[1];
          if (column < 0 || column >= width) continue;
          visit(i * places[1] + j, u * kernel[1] + v, row * width + column);
        }
      }
    }
  }
}
