import { lossOf, type TargetEncoding } from '../losses';
import type { TargetFacts } from './dataReport';

/** The end of a network: the units and the activation of its last layer, and the loss. */
export interface OutputKind {
  readonly units: number;
  readonly activation: string;
  readonly loss: string;
}

export const oneSigmoid: OutputKind = { units: 1, activation: 'sigmoid', loss: 'binary-cross-entropy' };

export const softmaxOf = (units: number): OutputKind => ({
  units,
  activation: 'softmax',
  loss: 'categorical-cross-entropy',
});

/** What suits the labels best. */
export function outputForTargets(targets: TargetFacts): OutputKind {
  const classes = targets.classes?.length ?? (targets.oneHot ? targets.n : undefined);
  // one class only: there is a warning for that, and the other class may be in later examples
  if ((targets.binary && targets.n === 1) || classes === 1) return oneSigmoid;
  if (classes !== undefined) return softmaxOf(classes);
  return { units: targets.n, activation: 'linear', loss: 'mean-squared-error' };
}

/** Whether labels can be compared with `units` outputs, as the data sets hand them out. */
export function fitsTargets(targets: TargetFacts, units: number, encoding: TargetEncoding): boolean {
  const classes = targets.classes?.length;
  if (encoding === 'binary' && units === 1)
    return targets.n === 1 ? targets.binary || classes === 1 : targets.oneHot && targets.n === 2;
  if (encoding === 'binary') return targets.n === units && targets.binary;
  if (encoding === 'one-hot')
    return units > 1 && (classes === units || (targets.oneHot && targets.n === units));
  return targets.n === units || (targets.n === 1 && classes === units);
}

/** Whether a network may end so: what is proposed has to leave nothing to complain of, as far as it is known. */
export function isSound({ units, activation, loss }: OutputKind, targets: TargetFacts | undefined): boolean {
  const { suits, encoding } = lossOf(loss);
  return (
    suits.includes(activation) &&
    !(activation === 'softmax' && units === 1) &&
    (targets === undefined || fitsTargets(targets, units, encoding))
  );
}
