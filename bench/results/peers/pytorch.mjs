import path from 'node:path';

export default {
  name: 'PyTorch',
  file: path.join(import.meta.dirname, 'pytorch.py'),
  /** Its own weights and order from the seed, drawn as Layerwise draws them, with torch's generator. */
  question({ network, seed, from }) {
    const absolute = ({ x, y }) => ({ x: path.resolve(from, x), y: path.resolve(from, y) });
    const { data, layers, training } = network;
    return {
      layers,
      training,
      scale: data.scale,
      train: absolute(data.train),
      test: absolute(data.test),
      seed,
    };
  },
  note: ({ version, threads }) => ` ${version}, ${threads === 1 ? 'one thread' : `${threads} threads`}`,
};
