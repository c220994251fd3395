// Trains a network to its end in a process of its own, as the training process does, and measures it on its test set:
// {engine, folder, network} on standard input, {seconds, metrics, examples} as the last line. The clock runs from the
// first step to the last.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { engine, folder, network } = JSON.parse(await text(process.stdin));
const layerwise = createRequire(import.meta.url)(engine);
const opened = await layerwise.open({ folder, network });
const began = performance.now();
layerwise.train(opened);
const seconds = (performance.now() - began) / 1000;
const { metrics } = layerwise.evaluation(opened, opened.test);
console.log(JSON.stringify({ seconds, metrics, examples: [opened.train.m, opened.test.m] }));
// threads of the kernels may still wait for work
process.exit(0);
