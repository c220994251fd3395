// onnxruntime-node predicts with the network that PyTorch wrote, with pictures channels first, as PyTorch's are.
// See bench/README.md, "Prediction".
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { readNpy, writeNpy } from '../../npy.mjs';

// it lies with the libraries of the other peers
const require = createRequire(path.resolve(import.meta.dirname, '../../peers/package.json'));
const question = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(question.describe ? describe() : await predict(question)));

function describe() {
  try {
    return { name: 'onnxruntime-node', version: require('onnxruntime-node/package.json').version };
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    return { missing: 'onnxruntime-node isn’t installed' };
  }
}

async function predict({ folder, scale, batchSize, threads, times, outputs }) {
  const { InferenceSession, Tensor } = require('onnxruntime-node');
  const session = await InferenceSession.create(path.join(folder, 'network.onnx'), {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  const batches = inBatches(readNpy(path.join(folder, 'x.npy')), batchSize, scale).map(
    ({ shape, data }) => new Tensor('float32', data, shape),
  );
  await session.run({ X: batches[0] });
  const seconds = [];
  let predicted;
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    predicted = [];
    for (const X of batches) predicted.push((await session.run({ X })).Y);
    seconds.push((performance.now() - began) / 1000);
  }
  const n = predicted[0].dims[1];
  const data = Float32Array.from(predicted.flatMap(Y => [...Y.data]));
  writeNpy(outputs, { shape: [data.length / n, n], data });
  return { seconds };
}

/** Pictures (m, H, W) as batches (…, 1, H, W), scaled. */
function inBatches({ shape: [m, ...sides], data }, batchSize, scale) {
  const width = data.length / m;
  return Array.from({ length: Math.ceil(m / batchSize) }, (_, i) => {
    const end = Math.min((i + 1) * batchSize, m);
    const part = data.subarray(i * batchSize * width, end * width);
    return {
      shape: [end - i * batchSize, 1, ...sides],
      data: Float32Array.from(part, value => value / scale),
    };
  });
}
