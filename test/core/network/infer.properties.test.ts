import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { lossOf } from '../../../src/core/losses';
import { createTraining } from '../../../src/core/train/createTraining';
import { finish } from '../train/finish';
import { randomDataset } from '../train/randomDataset';

const joining = ['add', 'concatenate', 'multiply', 'average', 'maximum'];

/** Networks as people draw them: branches, joins, several ends, wrong shapes, odd losses; some sound, most not. */
const network = fc
  .record({
    shape: fc.oneof({ weight: 4, arbitrary: fc.constant([3]) }, fc.constantFrom([2, 2], [2, 1, 3])),
    layers: fc.array(
      fc.record({
        type: fc.constantFrom('dense', 'dense', 'dense', 'flatten', 'activation', 'zero-pad', ...joining),
        units: fc.constantFrom(1, 3, 3, 4),
        activation: fc.constantFrom('linear', 'relu', 'tanh', 'sigmoid', 'leaky-relu'),
        inputs: fc.option(fc.array(fc.nat(6), { minLength: 1, maxLength: 2 }), { nil: undefined, freq: 2 }),
      }),
      { maxLength: 5 },
    ),
    output: fc.constantFrom(['sigmoid', 1], ['softmax', 3], ['linear', 2], ['tanh', 1], ['relu', 3]),
    loss: fc.constantFrom(
      'binary-cross-entropy',
      'categorical-cross-entropy',
      'mean-squared-error',
      'l1',
      'l2',
    ),
    flatten: fc.boolean(),
  })
  .map(({ shape, layers, output: [activation, units], loss, flatten }) => {
    const ids = ['input', ...(flatten ? ['flat'] : []), ...layers.map((_, i) => `layer-${i}`)];
    const first = flatten ? [{ id: 'flat', type: 'flatten' }] : [];
    const middle = layers.map(({ type, inputs, ...fields }, i) => {
      // one that joins takes what it likes, the others one; sometimes a later layer, which makes a cycle
      const named = inputs?.map(j => ids[j % ids.length]!).slice(0, joining.includes(type) ? 2 : 1);
      return {
        id: `layer-${i}`,
        type,
        ...(named ? { inputs: named } : {}),
        ...(type === 'dense' ? fields : type === 'activation' ? { activation: fields.activation } : {}),
      };
    });
    return {
      shape,
      layers: [
        { id: 'input', type: 'input', shape },
        ...first,
        ...middle,
        { id: 'output', type: 'dense', units, activation },
      ],
      training: { loss, optimizer: 'sgd', iterations: 1 },
    };
  });

it('what has no error trains, and its shapes are those of the real forward pass', () => {
  let sound = 0;
  fc.assert(
    fc.property(network, ({ shape, ...file }) => {
      const snapshot = analyze(JSON.stringify(file));
      if (snapshot.problems.some(({ severity }) => severity === 'error')) return;
      sound++;
      const { shapes, network: parsed } = snapshot;
      const n = Number(shapes!.layers.get('output')!.output![0]);
      const { encoding } = lossOf(parsed!.training!.loss);
      const data = randomDataset(4, [...shape], encoding, n);
      const training = createTraining({ snapshot, kernels: referenceKernels('float64'), train: data });
      expect(finish(training.step()).kind).toBe('step');
      expect(finish(training.predict(data))).toHaveLength(4 * n);
      for (const { layer, name, shape: real } of training.parameters) {
        const inferred = shapes!.layers.get(layer)!.parameters.find(parameter => parameter.name === name)!;
        expect(
          inferred.dims.map(({ size }) => size),
          name,
        ).toEqual(real);
      }
    }),
    { numRuns: 400 },
  );
  // the property would say nothing of a generator that makes only faulty networks
  expect(sound).toBeGreaterThan(20);
});
