// What a workload's file says, and what follows from it.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} shape the network in a few words
 * @property {'cats' | 'planar' | 'mnist' | 'tales'} data a file of bench/data
 * @property {number} [examples] the first so many of them
 * @property {number} scale inputs are divided by this
 * @property {object} [text] how a text is cut, as in a network file
 * @property {object[]} layers as in a network file, after the input; a layer without a type is dense
 * @property {object} training as in a network file
 * @property {number} [goal] seconds, on the machine the goals were set on
 * @property {string} [waits] what Layerwise lacks for it: then it isn't run
 */

/** @returns {Promise<Workload[]>} one a file in this folder, in the order of their `place` */
export async function allWorkloads() {
  const names = fs
    .readdirSync(import.meta.dirname)
    .filter(name => name !== 'workload.mjs' && name.endsWith('.mjs'));
  const workloads = await Promise.all(names.map(name => load(path.join(import.meta.dirname, name))));
  return workloads.sort((a, b) => a.place - b.place);
}

/** Steps of the whole workload on m examples. */
export function stepsOf({ training }, m) {
  if (training.iterations) return training.iterations;
  return training.epochs * Math.ceil(m / batchOf({ training }, m));
}

export function batchOf({ training }, m) {
  return training.batchSize === undefined ? m : Math.min(training.batchSize, m);
}

/**
 * Floating-point operations of `steps` steps done plainly: of an example those of the forward products of each layer with
 * weights (`products`), as many for dW, and as many for dX in all layers but the first.
 */
export function flopsOf(workload, { m, products }, steps) {
  const perEpoch = Math.ceil(m / batchOf(workload, m));
  const batch = batchOf(workload, m);
  const examples = Math.floor(steps / perEpoch) * m + (steps % perEpoch) * batch;
  return examples * products.reduce((sum, flops, i) => sum + flops * (i === 0 ? 2 : 3), 0);
}

/** The network file of a workload, with its data in x.npy and y.npy beside it. */
export function networkOf({ name, scale, layers, training, text }, inputShape) {
  const ofVectors = layers.every(({ type = 'dense' }) => type === 'dense');
  const flatten = inputShape.length > 1 && ofVectors ? [{ id: 'flatten', type: 'flatten' }] : [];
  return {
    name,
    data: {
      ...(text ? { text: 'text.txt', ...text } : { train: { x: 'x.npy', y: 'y.npy' } }),
      split: { test: 0 },
      ...(scale === 1 ? {} : { scale }),
    },
    layers: [
      { id: 'input', type: 'input', shape: inputShape },
      ...flatten,
      ...layers.map((layer, i) => ({ id: `dense-${i + 1}`, type: 'dense', ...layer })),
    ],
    training,
  };
}

async function load(file) {
  return (await import(pathToFileURL(file).href)).default;
}
