import type { Evaluation } from '../../core/train/training';
import type { Judge, Verdict } from './verdict';
import { wayToScale } from './ways';

/** Every example is predicted to be of one class, though there are several. */
export const oneClass: Judge = outcome => {
  const verdict = sameForAll(outcome.end, outcome.classes);
  return verdict && { ...verdict, fix: wayToScale(outcome) };
};

/** The same of an evaluation alone. */
export function sameForAll(
  { confusion }: Pick<Evaluation, 'confusion'>,
  classes: readonly string[] | undefined,
): Verdict | undefined {
  if (!confusion) return undefined;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const actual = confusion.map(sum);
  const predicted = confusion.map((_, j) => sum(confusion.map(row => row[j]!)));
  const total = sum(actual);
  const only = predicted.findIndex(count => count > 0 && count === total);
  const present = actual.filter(count => count > 0).length;
  if (only < 0 || present < 2) return undefined;
  const name = classes?.[only] ?? String(only);
  const missed = present - (actual[only]! > 0 ? 1 : 0);
  const percent = Math.round((1000 * actual[only]!) / total) / 10;
  return {
    code: 'one-class',
    message: `Of the examples, ${percent} % are “${name}”, and every prediction is “${name}”: the other ${missed > 1 ? `${missed} classes are` : 'class is'} never found.`,
  };
}
