// A process that makes the products of layers of many sizes in one way to have kernels, and prints a digest of their bits.
import { createHash } from 'node:crypto';
import { Random } from '../../src/core/random';
import { compileKernels, sharedMemory } from '../../src/platform/kernels/compileKernels';
import { wayOf } from '../../src/platform/kernels/ways';

const kernels = compileKernels(wayOf(process.argv[2]!)!, { memory: sharedMemory(), threads: 1 });
const random = new Random(3);
const hash = createHash('sha256');
const fill = (length: number) => {
  const data = kernels.allocate(length);
  for (let i = 0; i < length; i++) data[i] = random.randn();
  return data;
};

/** Single ones, narrow ones, every remainder of a tile, and sums beyond a block. */
const sizes = [1, 2, 3, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 33, 50, 300];
for (const [i, nOut] of sizes.entries()) {
  for (const nIn of sizes) {
    const m = sizes[(i * 7 + nIn) % sizes.length]!;
    const W = { rows: nOut, columns: nIn, data: fill(nOut * nIn) };
    const b = { rows: nOut, columns: 1, data: fill(nOut) };
    const [X, Z] = [
      { n: nIn, m, data: fill(nIn * m) },
      { n: nOut, m, data: kernels.allocate(nOut * m) },
    ];
    kernels.affine(W, b, X, Z);
    hash.update(Z.data);
    kernels.affineInputGradient(W, Z, X, false);
    hash.update(X.data);
    kernels.affineGradient(Z, X, W, b, true);
    hash.update(W.data).update(b.data);
  }
}
console.log(JSON.stringify(hash.digest('hex')));
