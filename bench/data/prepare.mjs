import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { writeNpy } from '../npy.mjs';
import { batchOf, networkOf, stepsOf } from '../workloads/workload.mjs';
import { cats } from './cats.mjs';
import { mnist } from './mnist.mjs';
import { planar } from './planar.mjs';
import { tales } from './tales.mjs';

const sources = { cats, mnist, planar, tales };

/** Examples that the cost reached is computed over, at most: enough to compare, quick enough for the slowest peer. */
const costExamples = 2000;

/**
 * Writes what every peer gets of a workload to `folder`: the examples (x.npy, y.npy), the network file, the initial
 * parameters that Layerwise draws (dense-1.W.npy, dense-1.b.npy …) and the order of the examples in each epoch (order.npy).
 *
 * @returns what a job says of it, and its sizes
 */
export async function prepare(workload, folder, engine) {
  fs.mkdirSync(folder, { recursive: true });
  const read = await sources[workload.data](engine, workload.text);
  const { x, y } = first(read, workload.examples);
  writeNpy(path.join(folder, 'x.npy'), x);
  writeNpy(path.join(folder, 'y.npy'), y);

  if (read.text !== undefined) fs.writeFileSync(path.join(folder, 'text.txt'), read.text);

  const [m, ...inputShape] = x.shape;
  const network = networkOf(workload, inputShape);
  const layerwise = createRequire(import.meta.url)(engine);
  // drawn in float64: each peer rounds them once
  const exact = { ...network, training: { ...network.training, precision: 'float64' } };
  const { training } = await layerwise.open({ folder, network: exact });
  const snapshot = layerwise.analyze(JSON.stringify(network));
  for (const { name, shape, data } of training.checkpoint().parameters) {
    writeNpy(path.join(folder, `${name}.npy`), { shape, data: Float64Array.from(data) });
  }
  const batchSize = batchOf(workload, m);
  if (batchSize < m) {
    const { seed } = workload.training;
    const epochs = Math.ceil(stepsOf(workload, m) / Math.ceil(m / batchSize));
    const order = new Uint32Array(epochs * m);
    for (let epoch = 0; epoch < epochs; epoch++)
      order.set(layerwise.batchOrder(m, batchSize, seed, epoch), epoch * m);
    writeNpy(path.join(folder, 'order.npy'), { shape: [epochs, m], data: order });
  }
  fs.rmSync(path.join(folder, '.layerwise'), { recursive: true, force: true });
  fs.writeFileSync(path.join(folder, 'network.nn.json'), `${JSON.stringify(network, undefined, 2)}\n`);
  return {
    m,
    products: productsOf(snapshot),
    steps: stepsOf(workload, m),
    synthetic: read.synthetic ?? false,
    job: {
      engine,
      folder,
      network,
      scale: workload.scale,
      // for peers that know dense layers alone, and those that know all
      layers: ofVectors(network) && network.layers.filter(({ type }) => type === 'dense'),
      graph: snapshot.network.layers.map(({ id, type, inputs, fields }) => ({ ...fields, id, type, inputs })),
      optimizer: workload.training.optimizer,
      batchSize,
      costExamples: Math.min(m, costExamples),
    },
  };
}

const ofVectors = ({ layers }) => layers.every(({ type }) => ['input', 'flatten', 'dense'].includes(type));

/** Of each layer with weights the operations of its forward products, for one example: W is used once for each place. */
function productsOf({ network, shapes }) {
  return network.layers.flatMap(({ id, inputs }) => {
    const { parameters, output } = shapes.layers.get(id);
    const weights = parameters.filter(({ name }) => name.startsWith('W'));
    if (weights.length === 0) return [];
    const count = weights
      .map(({ dims }) => dims.reduce((product, { size }) => product * size, 1))
      .reduce((sum, size) => sum + size, 0);
    const recurs = weights.some(({ unnumbered }) => unnumbered === 'Waa');
    // of a vector one place, of pictures height by width, of what recurs the steps that come in
    const places = recurs
      ? shapes.layers.get(inputs[0]).output[0]
      : output.slice(0, -1).reduce((product, size) => product * size, 1);
    return [2 * count * places];
  });
}

function first({ x, y }, examples) {
  if (examples === undefined) return { x, y };
  const take = ({ shape: [m, ...rest], data }) => ({
    shape: [examples, ...rest],
    data: data.subarray(0, (data.length / m) * examples),
  });
  return { x: take(x), y: take(y) };
}
