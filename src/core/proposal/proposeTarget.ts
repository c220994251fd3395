import type { DataFacts } from '../network/dataReport';

/** Numbers to predict from which on, or differing by less than which, a network learns faster if they are standardised. */
const large = 10;
const small = 0.1;

/** What is written of the target besides where it is. */
export function proposeTarget(facts: DataFacts | undefined): { readonly standardiseTarget?: true } {
  const asks = facts?.targets.figures?.some(
    ({ mean, deviation }) => Math.hypot(mean, deviation) >= large || (deviation > 0 && deviation < small),
  );
  const isNumbers = !facts?.targets.classes && !facts?.targets.binary && !facts?.targets.oneHot;
  return asks && isNumbers ? { standardiseTarget: true } : {};
}
