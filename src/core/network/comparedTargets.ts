import { lossOf } from '../losses';
import type { Figures } from './dataReport';
import { numberFigures } from './numberFigures';
import { numberText } from './numberText';
import type { Subject } from './rules/rule';
import { isStandardisedTarget } from './schema';

/** Numbers that the outputs are compared with. */
export interface ComparedTargets extends Omit<Figures, 'mean' | 'deviation'> {
  /** As they are read: `from 3 to 101`, `from about 3 to 101`. */
  readonly words: string;
}

/** From the least to the largest of the targets, as the loss gets them; undefined where they aren't numbers, or not known. */
export function comparedTargets({
  network,
  data,
}: Pick<Subject, 'network' | 'data'>): ComparedTargets | undefined {
  const targets = data?.facts?.targets;
  if (!targets || !network.training || lossOf(network.training.loss).encoding !== 'numbers') return undefined;
  const figures = numberFigures(targets);
  if (!figures) return undefined;
  const each = isStandardisedTarget(network.data) ? figures.map(standardised) : figures;
  return { ...span(each), words: wordsOf(span(figures)) };
}

function standardised({ min, max, mean, deviation, exact }: Figures) {
  const by = deviation > 0 ? deviation : 1;
  return { min: (min - mean) / by, max: (max - mean) / by, exact };
}

function span(figures: readonly Pick<Figures, 'min' | 'max' | 'exact'>[]) {
  return {
    min: Math.min(...figures.map(({ min }) => min)),
    max: Math.max(...figures.map(({ max }) => max)),
    exact: figures.every(({ exact }) => exact),
  };
}

function wordsOf({ min, max, exact }: Pick<Figures, 'min' | 'max' | 'exact'>): string {
  return `from ${exact ? '' : 'about '}${numberText(min)} to ${numberText(max)}`;
}
