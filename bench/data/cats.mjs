import fs from 'node:fs';
import path from 'node:path';
import { sharedData } from './sharedData.mjs';
import { syntheticPictures } from './synthetic.mjs';

const shape = [209, 64, 64, 3];

/** 209 pictures, 72 of them of cats: uint8 (209, 64, 64, 3). */
export async function cats() {
  const file = path.join(sharedData, 'cats/train_catvnoncat.h5');
  if (!fs.existsSync(file)) return syntheticPictures(shape, 2);
  const { default: h5wasm } = await import('h5wasm/node');
  await h5wasm.ready;
  const h5 = new h5wasm.File(file, 'r');
  try {
    const labels = h5.get('train_set_y').value;
    return {
      x: { shape, data: Uint8Array.from(h5.get('train_set_x').value) },
      y: { shape: [shape[0]], data: Uint8Array.from(labels, Number) },
    };
  } finally {
    h5.close();
  }
}
