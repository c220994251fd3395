import { expect, test } from 'vitest';
import { KeptTrainingSet } from '../../src/describer/keptTrainingSet';
import { memoryFiles } from '../data/memoryFiles';
import { npyOf } from '../data/npyBytes';
import { settings, whole } from '../data/settings';

const written = settings({ train: { x: 'x.npy', y: 'y.npy' }, ...whole });

/** Two examples, and how often a file was opened. */
function files() {
  const there = memoryFiles({ 'x.npy': npyOf([2, 2], [1, 2, 3, 4]), 'y.npy': npyOf([2], [0, 1]) });
  let opened = 0;
  return {
    ...there,
    opened: () => opened,
    open(path: string) {
      opened++;
      return there.open(path);
    },
  };
}

test('a training set is read once for the same data, and again for others and where a file has changed', async () => {
  const there = files();
  const kept = new KeptTrainingSet();
  const use = (more = written) =>
    kept.use(more, '/', there, {}, train => {
      const X = new Float64Array(4);
      train.gatherInputs(Uint32Array.of(0, 1), 0, 2, X);
      return [...X];
    });
  expect(await use()).toEqual([1, 2, 3, 4]);
  const once = there.opened();
  expect(once).toBeGreaterThan(0);
  expect(await use()).toEqual([1, 2, 3, 4]);
  expect(there.opened()).toBe(once);
  expect(await use({ ...written, scale: 2 })).toEqual([0.5, 1, 1.5, 2]);
  expect(there.opened()).toBe(2 * once);
  there.bytes.set('/x.npy', npyOf([3, 2], [5, 6, 7, 8, 9, 10]));
  there.bytes.set('/y.npy', npyOf([3], [0, 1, 1]));
  expect(await use({ ...written, scale: 2 })).toEqual([2.5, 3, 3.5, 4]);
  await kept.close();
});

test('it is let go after a while', async () => {
  const there = files();
  const kept = new KeptTrainingSet(1);
  const use = () => kept.use(written, '/', there, {}, train => train.m);
  await use();
  const once = there.opened();
  await new Promise(done => setTimeout(done, 20));
  await use();
  expect(there.opened()).toBe(2 * once);
});
