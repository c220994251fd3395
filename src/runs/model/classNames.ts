import type { Preprocessing } from '../../data/preprocessing';
import type { SavedModel } from './savedModel';

/** The names of `count` classes in the order of a confusion matrix, where they have any; of one class alone its own. */
export function nameClasses(
  { classes, names, binary }: Preprocessing['targets'],
  count: number,
): readonly string[] | undefined {
  if (classes?.length === count || classes?.length === 1) return classes;
  if (count === 2 && binary) return ['0', '1'];
  return names.length === count ? names : undefined;
}

/** The names of the classes that the outputs of a model stand for; undefined where they are plain numbers. */
export function classNames({ model, snapshot, preprocessing }: SavedModel): readonly string[] | undefined {
  const { classes, names, binary } = preprocessing.targets;
  const { perPlace: n } = model.plan;
  const output = snapshot.network!.layers.find(({ id }) => id === model.plan.layers.at(-1)!.id)!;
  const activation = output.fields?.activation;
  if (activation !== 'sigmoid' && activation !== 'softmax') return undefined;
  // one sigmoid unit that has met one class only says whether it is that
  if (n === 1 && classes?.length === 1) return [classes[0]!, `not ${classes[0]}`];
  if (n === 1) return classes ?? (binary ? ['0', '1'] : undefined);
  if (classes?.length === n) return classes;
  return names.length === n && model.loss.encoding !== 'numbers' ? names : undefined;
}
