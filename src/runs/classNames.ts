import type { SavedModel } from './savedModel';

/** The names of the classes that the outputs of a model stand for; undefined where they are plain numbers. */
export function classNames({ model, snapshot, preprocessing }: SavedModel): readonly string[] | undefined {
  const { classes, names, binary } = preprocessing.targets;
  const { n } = model.plan.Y;
  const output = snapshot.network!.layers.find(({ id }) => id === model.plan.layers.at(-1)!.id)!;
  const activation = output.fields?.activation;
  if (activation !== 'sigmoid' && activation !== 'softmax') return undefined;
  if (n === 1) return classes ?? (binary ? ['0', '1'] : undefined);
  if (classes?.length === n) return classes;
  return names.length === n && model.loss.encoding !== 'numbers' ? names : undefined;
}
