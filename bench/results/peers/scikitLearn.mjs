import path from 'node:path';
import { writeNpy } from '../../npy.mjs';

export default {
  name: 'scikit-learn',
  file: path.join(import.meta.dirname, 'scikit-learn.py'),
  /** The examples as Layerwise split and standardised them are written into `folder`. */
  async question({ task, network, seed, from, folder, layerwise }) {
    const [train, test] = await layerwise.tableArrays(network.data, from);
    for (const [name, array] of Object.entries({ x: train.x, y: train.y, xTest: test.x, yTest: test.y }))
      writeNpy(path.join(folder, `${name}.npy`), array);
    const hidden = network.layers.filter(({ type }) => type === 'dense').slice(0, -1);
    const { optimizer, iterations } = network.training;
    return {
      figure: task.figure,
      folder,
      hidden: hidden.map(({ units }) => units),
      activation: hidden[0]?.activation,
      learningRate: optimizer.learningRate,
      epochs: iterations, // each is one step of all examples
      seed,
    };
  },
  note: ({ version, model }) => ` ${version}, ${model}`,
};
