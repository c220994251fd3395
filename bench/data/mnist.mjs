import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sharedData } from './sharedData.mjs';
import { syntheticPictures } from './synthetic.mjs';

const shape = [60_000, 28, 28];
/** IDX: magic number, and a size for each axis. */
const headerOf = axes => 4 + 4 * axes;

/** 60,000 handwritten digits: uint8 (60000, 28, 28). */
export async function mnist() {
  const folder = path.join(sharedData, 'mnist');
  const pictures = path.join(folder, 'train-images-idx3-ubyte.gz');
  const labels = path.join(folder, 'train-labels-idx1-ubyte.gz');
  if (!fs.existsSync(pictures) || !fs.existsSync(labels)) return syntheticPictures(shape, 10);
  const values = (file, axes) => new Uint8Array(gunzipSync(fs.readFileSync(file)).subarray(headerOf(axes)));
  return {
    x: { shape, data: values(pictures, 3) },
    y: { shape: [shape[0]], data: values(labels, 1) },
  };
}
