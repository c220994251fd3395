import type { Picture } from './picture';

/**
 * A picture in another size. Where it shrinks, a pixel is the mean of the area it covers; where it grows, it is
 * interpolated between its neighbours (bilinear).
 */
export function resize(picture: Picture, width: number, height: number): Picture {
  if (picture.width === width && picture.height === height) return picture;
  const { channels } = picture;
  const across = axisWeights(picture.width, width);
  const down = axisWeights(picture.height, height);
  const narrowed = new Float32Array(width * picture.height * channels);
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < width; x++) {
      const { start, weights } = across[x]!;
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++) {
          sum += weights[k]! * picture.pixels[(y * picture.width + start + k) * channels + c]!;
        }
        narrowed[(y * width + x) * channels + c] = sum;
      }
    }
  }
  const pixels = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const { start, weights } = down[y]!;
    for (let i = 0; i < width * channels; i++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++)
        sum += weights[k]! * narrowed[(start + k) * width * channels + i]!;
      pixels[y * width * channels + i] = Math.round(sum);
    }
  }
  return { width, height, channels, pixels };
}

/** For each of `to` pixels of an axis the pixels of `from` it is made of; weights sum to 1. */
function axisWeights(from: number, to: number): { start: number; weights: number[] }[] {
  const step = from / to;
  return Array.from({ length: to }, (_, i) =>
    step > 1 ? area(i * step, (i + 1) * step, from) : between((i + 0.5) * step - 0.5, from),
  );
}

function area(low: number, high: number, from: number): { start: number; weights: number[] } {
  const start = Math.floor(low);
  const end = Math.min(from, Math.ceil(high - 1e-9));
  const weights: number[] = [];
  for (let k = start; k < end; k++) weights.push((Math.min(k + 1, high) - Math.max(k, low)) / (high - low));
  return { start, weights };
}

function between(at: number, from: number): { start: number; weights: number[] } {
  const clamped = Math.min(from - 1, Math.max(0, at));
  const start = Math.min(Math.floor(clamped), Math.max(0, from - 2));
  const share = clamped - start;
  return { start, weights: from === 1 ? [1] : [1 - share, share] };
}
