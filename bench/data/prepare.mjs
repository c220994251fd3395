import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { writeNpy } from '../npy.mjs';
import { batchOf, networkOf, stepsOf } from '../workloads/workload.mjs';
import { cats } from './cats.mjs';
import { mnist } from './mnist.mjs';
import { planar } from './planar.mjs';

const sources = { cats, mnist, planar };

/** Examples that the cost reached is computed over, at most: enough to compare, quick enough for the slowest peer. */
const costExamples = 2000;

/**
 * Writes what every peer gets of a workload to `folder`: the examples (x.npy, y.npy), the network file, the initial
 * parameters that Layerwise draws (W1.npy, b1.npy …) and the order of the examples in an epoch (order.npy).
 *
 * @returns what a job says of it, and its sizes
 */
export async function prepare(workload, folder, engine) {
  fs.mkdirSync(folder, { recursive: true });
  const read = await sources[workload.data](engine);
  const { x, y } = first(read, workload.examples);
  writeNpy(path.join(folder, 'x.npy'), x);
  writeNpy(path.join(folder, 'y.npy'), y);

  const [m, ...inputShape] = x.shape;
  const width = inputShape.reduce((product, size) => product * size, 1);
  const network = networkOf(workload, inputShape);
  const layerwise = createRequire(import.meta.url)(engine);
  // drawn in float64: each peer rounds them once
  const exact = { ...network, training: { ...network.training, precision: 'float64' } };
  const { training } = await layerwise.open({ folder, network: exact });
  for (const { name, shape, data } of training.parameters) {
    writeNpy(path.join(folder, `${name}.npy`), { shape, data: Float64Array.from(data) });
  }
  const batchSize = batchOf(workload, m);
  if (batchSize < m) {
    const order = layerwise.batchOrder(m, batchSize, workload.training.seed, 0);
    writeNpy(path.join(folder, 'order.npy'), { shape: [m], data: order });
  }
  fs.rmSync(path.join(folder, '.layerwise'), { recursive: true, force: true });
  fs.writeFileSync(path.join(folder, 'network.nn.json'), `${JSON.stringify(network, undefined, 2)}\n`);
  return {
    m,
    width,
    steps: stepsOf(workload, m),
    synthetic: read.synthetic ?? false,
    job: {
      engine,
      folder,
      network,
      scale: workload.scale,
      layers: workload.layers.map(({ units, activation }) => ({ units, activation })),
      optimizer: workload.training.optimizer,
      batchSize,
      costExamples: Math.min(m, costExamples),
    },
  };
}

function first({ x, y }, examples) {
  if (examples === undefined) return { x, y };
  const take = ({ shape: [m, ...rest], data }) => ({
    shape: [examples, ...rest],
    data: data.subarray(0, (data.length / m) * examples),
  });
  return { x: take(x), y: take(y) };
}
