import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/core/analyze';
import { elementCount } from '../../../src/core/shape';
import { createModel } from '../../../src/core/train/createModel';
import { createTraining } from '../../../src/core/train/createTraining';
import { gradientCheck } from '../../../src/core/train/gradientCheck';
import { strictKernels } from '../kernels/strictKernels';
import { stepCost } from './finish';
import { randomDataset } from './randomDataset';

/** Any network of up to eight layers: each fed by one or several of the layers before it, some that nothing follows. */
const networks = fc
  .record({
    shape: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    layers: fc.array(
      fc.record({
        type: fc.constantFrom('dense', 'dense', 'dense', 'flatten', 'add', 'concatenate'),
        units: fc.integer({ min: 1, max: 4 }),
        activation: fc.constantFrom('linear', 'tanh', 'sigmoid', 'softmax'),
        bias: fc.boolean(),
        inputs: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ shape, layers }) => {
    const ids = ['input'];
    const body = layers.map(({ type, inputs, ...fields }, i) => {
      const sources = inputs.map(source => ids[source % ids.length]!);
      ids.push(`layer-${i}`);
      return {
        id: `layer-${i}`,
        type,
        inputs: type === 'add' || type === 'concatenate' ? sources : sources.slice(0, 1),
        ...(type === 'dense' && fields),
      };
    });
    const network = [
      { id: 'input', type: 'input', shape },
      ...body,
      { id: 'vector', type: 'flatten', inputs: [ids.at(-1)!] },
      { id: 'output', type: 'dense', units: 2, activation: 'linear' },
    ];
    return { shape, network };
  });

const training = { loss: 'mean-squared-error', optimizer: 'adam', iterations: 10, precision: 'float64' };

test('what inference accepts runs, with the shapes and the number of parameters that it says, and its gradients are right', () => {
  let accepted = 0;
  fc.assert(
    fc.property(networks, ({ shape, network }) => {
      const snapshot = analyze(JSON.stringify({ layers: network, training }));
      if (snapshot.problems.some(({ severity }) => severity === 'error')) return;
      accepted++;
      const kernels = strictKernels('float64');
      const train = randomDataset(5, shape, 'numbers', 2);
      const run = createTraining({ snapshot, kernels, train });
      for (let i = 0; i < 3; i++) expect(stepCost(run)).toBeGreaterThan(0);

      const model = createModel({ snapshot, kernels, batchSize: 5, checkpoint: run.checkpoint() });
      for (const { id, parameters } of model.plan.layers) {
        const report = snapshot.shapes!.layers.get(id)!;
        const count = parameters.reduce((sum, { value }) => sum + value.data.length, 0);
        expect(count).toBe(report.parameterCount);
        expect(parameters.map(({ name }) => name)).toEqual(report.parameters.map(({ name }) => name));
      }
      expect(model.plan.output.A.n).toBe(elementCount(snapshot.shapes!.layers.get('output')!.output!));
      expect(gradientCheck(model, train).relativeError).toBeLessThan(1e-6);
    }),
    { numRuns: 150 },
  );
  expect(accepted).toBeGreaterThan(20);
});
