import type { TargetFacts } from '../core/network/dataReport';
import { allocate } from './arrays/numericArray';
import { DataError } from './dataError';
import { listed } from './sentence';
import type { Targets } from './targets';

/** Targets that are to be standardised: numbers, also where they would be taken for classes. Throws where they are names. */
export function numberTargets(targets: Targets): Targets {
  const { facts, data } = targets;
  const numbers = numbersOfClasses(facts);
  if (!numbers || facts.n > 1) return { facts: numberFacts(facts), data };
  const values = allocate(Float64Array, data.length, 'The target');
  for (let i = 0; i < data.length; i++) values[i] = numbers[data[i]!]!;
  return { facts: numberFacts(facts), data: values };
}

/** The facts of the same targets. */
export function numberFacts(facts: TargetFacts): TargetFacts {
  numbersOfClasses(facts);
  const { classes: _classes, counts: _counts, ...others } = facts;
  return { ...others, binary: false, oneHot: false };
}

function numbersOfClasses({ classes, n }: TargetFacts): readonly number[] | undefined {
  if (!classes) return undefined;
  const numbers = classes.map(name => (name.trim() === '' ? Number.NaN : Number(name)));
  if (n === 1 && !numbers.every(Number.isFinite)) {
    throw new DataError(
      `Only numbers are standardised, but the target holds the classes ${listed(classes)}. Remove "standardiseTarget".`,
      { code: 'bad-value', field: 'data.standardiseTarget' },
    );
  }
  return numbers;
}
