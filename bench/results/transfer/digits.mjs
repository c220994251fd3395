import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The pictures (m, 28, 28) and labels of the handwritten digits, of the part `train` or `t10k`, from their IDX files. */
export function digits(folder, part) {
  const bytesOf = name => gunzipSync(fs.readFileSync(path.join(folder, `${part}-${name}-ubyte.gz`)));
  return { pictures: bytesOf('images-idx3').subarray(16), labels: bytesOf('labels-idx1').subarray(8) };
}
