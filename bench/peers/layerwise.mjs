// Layerwise itself, through the code that the training process runs. It isn't warmed up: what a person gets is a fresh
// process, so that its cold first steps are in its time, while the peers' are not in theirs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));
const question = JSON.parse(await text(process.stdin));
console.log(
  JSON.stringify(
    question.describe
      ? { name: 'Layerwise', version, precisions: ['float32', 'float64'] }
      : await train(question),
  ),
);

async function train({ engine, folder, network, precision, steps, allSteps = steps, cost, costExamples }) {
  const layerwise = createRequire(import.meta.url)(engine);
  const open = iterations =>
    layerwise.open({
      folder,
      network: { ...network, training: { ...network.training, precision } },
      iterations,
    });
  // what a pass does once, at the beginning, pays where there are many steps: fewer of them would be other steps
  if (steps < allSteps && passesOf(await open(1)) !== passesOf(await open(allSteps))) {
    return { indivisible: true };
  }
  const opened = await open(steps);
  const began = performance.now();
  layerwise.train(opened);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, cost: cost ? layerwise.cost(opened, costExamples) : null, engine: opened.info.engine };
}

function passesOf({ training }) {
  return training.passes.join();
}
