// Layerwise predicts as `layerwise predict` does, with the trained weights of a run, the pictures in memory as it keeps
// them: bytes, which it scales for each batch.
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { writeNpy } from '../../npy.mjs';

const { engine, run, folder, times, outputs } = JSON.parse(await text(process.stdin));
const layerwise = createRequire(import.meta.url)(engine);
const { predict, ...about } = await layerwise.predictor(run, path.join(folder, 'x.npy'));
const seconds = [];
let predicted;
for (let i = 0; i < times; i++) {
  const began = performance.now();
  predicted = predict();
  seconds.push((performance.now() - began) / 1000);
}
writeNpy(outputs, predicted);
console.log(JSON.stringify({ seconds, ...about }));
// threads of the kernels may still wait for work
process.exit(0);
