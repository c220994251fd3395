import type { DataSettings } from '../../core/network/schema';
import { Random } from '../../core/random';
import { DataError } from '../dataError';
import { generatorOf } from '../generators';
import { targetsOfIndices } from '../targets';
import type { Described } from './source';

type GeneratorSettings = Extract<DataSettings, { generator: unknown }>;

/** Points made by a seeded recipe. */
export async function describeGenerated(settings: GeneratorSettings): Promise<Described> {
  const generator = generatorOf(settings.generator);
  const count = settings.classes ?? generator.classes;
  if (count > generator.mostClasses) {
    throw new DataError(`${generator.title} has ${generator.mostClasses} classes at most, not ${count}.`, {
      code: 'bad-value',
      field: 'data.classes',
      suggestions: [String(generator.mostClasses)],
    });
  }
  if (settings.examples < count) {
    throw new DataError(`${settings.examples} examples are too few for ${count} classes.`, {
      code: 'no-examples',
      field: 'data.examples',
    });
  }
  const classes = Array.from({ length: count }, (_, j) => String(j));
  const m = settings.examples;
  return {
    inputShape: [2],
    inputNames: ['x1', 'x2'],
    m,
    testM: undefined,
    targets: { n: 1, classes, binary: count === 2, oneHot: false },
    load: async () => {
      const { X, labels } = generator.make(
        { examples: m, classes: count, noise: settings.noise ?? generator.noise },
        new Random(settings.seed),
      );
      return { train: { inputs: { shape: [m, 2], data: X }, targets: targetsOfIndices(labels, classes) } };
    },
  };
}
