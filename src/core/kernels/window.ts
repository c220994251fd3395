/**
 * A kernel that moves over pictures: where it lies at each position of the output. A picture is (H, W, C), row after row,
 * channels last. The place (i, j) of the kernel at position (y, x) lies on the input's pixel
 * (y·strideH − padTop + i·dilationH, x·strideW − padLeft + j·dilationW), or beside the input, on the padding. What has one
 * dimension is one row high.
 */
export interface Window {
  readonly inH: number;
  readonly inW: number;
  /** Channels of the input. */
  readonly inC: number;
  readonly kH: number;
  readonly kW: number;
  readonly strideH: number;
  readonly strideW: number;
  readonly padTop: number;
  readonly padLeft: number;
  readonly dilationH: number;
  readonly dilationW: number;
  readonly outH: number;
  readonly outW: number;
}

/** Values of a picture at its input. */
export const inputSize = ({ inH, inW, inC }: Window) => inH * inW * inC;

/** Positions of the kernel. */
export const positions = ({ outH, outW }: Window) => outH * outW;

/** Places of the kernel, in one channel. */
export const places = ({ kH, kW }: Window) => kH * kW;

/** The window as `src/wasm/window/window.ts` reads it. */
export const windowSlots = (w: Window): number[] => [
  w.inH,
  w.inW,
  w.inC,
  w.kH,
  w.kW,
  w.strideH,
  w.strideW,
  w.padTop,
  w.padLeft,
  w.dilationH,
  w.dilationW,
  w.outH,
  w.outW,
];

/** Visits each place of the kernel that lies on the input, at each position, all counted row after row. */
export function overPlaces(w: Window, visit: (position: number, place: number, pixel: number) => void): void {
  for (let y = 0; y < w.outH; y++) {
    for (let x = 0; x < w.outW; x++) {
      for (let i = 0; i < w.kH; i++) {
        const row = y * w.strideH - w.padTop + i * w.dilationH;
        if (row < 0 || row >= w.inH) continue;
        for (let j = 0; j < w.kW; j++) {
          const column = x * w.strideW - w.padLeft + j * w.dilationW;
          if (column < 0 || column >= w.inW) continue;
          visit(y * w.outW + x, i * w.kW + j, row * w.inW + column);
        }
      }
    }
  }
}
