import os from 'node:os';
import path from 'node:path';
import { askPeer } from '../run/askPeer.mjs';

const program = file => path.join(import.meta.dirname, 'peers', file);

/** Examples at once that the peers are tried with; Layerwise chooses its own. */
const batchSizes = [64, 250, 1000, 10_000];

/**
 * Who predicts: Layerwise, on other versions of Node too, PyTorch and onnxruntime-node; those that can't say what they are
 * missing. Peers have all combinations of threads and batch size as `choices`.
 *
 * @param {object[]} layerwise as `findPeers` and `findNodes` found it
 * @param {{missing?: string}} onnx whether there is a file for onnxruntime-node
 */
export async function predictors(layerwise, onnx) {
  const threads = [...new Set([os.availableParallelism(), 1])];
  const choices = threads.flatMap(count => batchSizes.map(batchSize => ({ threads: count, batchSize })));
  const described = async (name, file, lacks) => {
    const peer = { name, file: program(file), choices };
    return { ...peer, ...(lacks ? { missing: lacks } : await askPeer(peer, { describe: true })) };
  };
  return [
    ...layerwise.map(({ name, version, command }) => ({
      name,
      version,
      command,
      file: program('layerwise.mjs'),
      choices: [{}],
    })),
    await described('PyTorch', 'pytorch.py'),
    await described('onnxruntime-node', 'onnxruntime.mjs', onnx.missing),
  ];
}
