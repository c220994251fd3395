import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { mnist } from '../data/mnist.mjs';
import { prepare } from '../data/prepare.mjs';
import { writeNpy } from '../npy.mjs';
import { askPeer } from '../run/askPeer.mjs';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
/** The last of the digits: the workload is trained on the first. */
const examples = 10_000;

/**
 * Trains a workload of digits by `layerwise train`, and writes what every peer predicts with: the pictures (x.npy), what was
 * learnt (conv-1.W.npy …) and the network as PyTorch writes it (network.onnx).
 *
 * @returns `question`, what each peer is asked; `synthetic`; `onnx`, by what the file was written, or what is missing for it
 */
export async function prepareDigits(workload, folder, engine) {
  const trained = path.join(folder, 'trained');
  const { job, synthetic } = await prepare(workload, trained, engine);
  const run = path.join(trained, 'run');
  const network = path.join(trained, 'network.nn.json');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'train', network, '--json', '--out', run]);
  if (status !== 0) throw new Error(`layerwise train ended with ${status}: ${stderr}`);

  const { x } = await mnist();
  const width = x.data.length / x.shape[0];
  writeNpy(path.join(folder, 'x.npy'), {
    shape: [examples, ...x.shape.slice(1)],
    data: x.data.slice(-examples * width),
  });
  for (const { name, shape, data } of await createRequire(import.meta.url)(engine).learnt(run)) {
    writeNpy(path.join(folder, `${name}.npy`), { shape, data: Float32Array.from(data) });
  }
  const question = { engine, run, folder, graph: job.graph, scale: job.scale };
  const onnx = await askPeer({ file: path.join(import.meta.dirname, 'exportOnnx.py') }, question);
  return { question, synthetic, onnx };
}
