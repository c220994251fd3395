// What a peer written in JavaScript is asked and answers: see bench/README.md, "A peer".

import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { readNpy } from '../../npy.mjs';

/**
 * Answers one question on standard input with one line on standard output. `load` imports the library and returns
 * {name, version, precisions, threads?, note?, unable?(question), build(job)}; where it can't, it is missing. `build` makes a model
 * with the job's initial parameters, which has `run(steps)` and `cost()`, J over the first `costExamples` examples.
 */
export async function serve(load) {
  const question = JSON.parse(await text(process.stdin));
  let answer;
  try {
    answer = await answerOf(question, await load());
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    answer = { missing: error.message.split('\n')[0].replace(/ imported from .*/, '') };
  }
  // threads of a library may still wait for work
  process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
}

async function answerOf(question, { build, unable, ...about }) {
  if (question.describe) return about;
  const reason = await unable?.(question);
  return reason ? { unable: reason } : train(new Job(question), build);
}

async function train(job, build) {
  if (job.warmUp) await (await build(job)).run(job.warmUp);
  const model = await build(job);
  const began = performance.now();
  await model.run(job.steps);
  const seconds = (performance.now() - began) / 1000;
  return { seconds, cost: job.cost ? await model.cost() : null };
}

/** Data and initial parameters as they are in the job's folder; X scaled, (m, n_x) example after example. */
export class Job {
  constructor(question) {
    Object.assign(this, question);
    const read = name => readNpy(path.join(question.folder, `${name}.npy`));
    const x = read('x');
    this.m = x.shape[0];
    this.shape = x.shape.slice(1);
    this.width = x.data.length / this.m;
    const Floats = question.precision === 'float64' ? Float64Array : Float32Array;
    this.X = Floats.from(x.data, value => value / question.scale);
    this.labels = read('y').data;
    // of dense layers, where there are no others
    this.parameters = (question.layers || []).map(({ id }) => ({ W: read(`${id}.W`), b: read(`${id}.b`) }));
    this.order = question.batchSize >= this.m ? undefined : read('order').data;
  }

  /** The shape of a picture (H, W, C), which a file may leave the one channel out of. */
  get picture() {
    return this.shape.length === 2 ? [...this.shape, 1] : this.shape;
  }

  /** What a layer starts with; undefined where it has nothing of that name. */
  parameter({ id }, name) {
    const file = path.join(this.folder, `${id}.${name}.npy`);
    return fs.existsSync(file) ? readNpy(file) : undefined;
  }

  /** The examples of each step; undefined where a step takes all. */
  *batches(steps) {
    const perEpoch = Math.ceil(this.m / this.batchSize);
    for (let step = 0; step < steps; step++) {
      const start = (step % perEpoch) * this.batchSize;
      // an epoch a row
      const epoch = this.order && Math.floor(step / perEpoch) % (this.order.length / this.m);
      yield this.order?.subarray(
        epoch * this.m + start,
        epoch * this.m + Math.min(start + this.batchSize, this.m),
      );
    }
  }
}
