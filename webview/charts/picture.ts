/** An image as bytes, row after row, with the channels of a pixel together. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** 0 to 255. */
  readonly pixels: ArrayLike<number>;
}

/** Draws an image at its own size; the style sheet enlarges it, every pixel staying a square. */
export function picture(canvas: HTMLCanvasElement, { width, height, channels, pixels }: Picture): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) image.data[4 * i + c] = pixels[channels * i + (channels === 3 ? c : 0)]!;
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
