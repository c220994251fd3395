import type { Batch, Op } from '../../kernels/kernels';
import { owner } from '../../kernels/operands';
import type { Joining } from './joining';
import type { Uses } from './uses';

/**
 * Values that are needed for nothing else become what follows from them in the same memory: A in the place of Z, and dZ in that
 * of dA, where the slope of the activation can be told from A; and what would only be copied, by a linear activation or as the first term of a
 * sum, is written where it is wanted.
 */
export const inPlace: Joining = {
  name: 'in-place',
  words: 'activations in place',
  rewrite(uses, kept) {
    let found = false;
    for (let place = 0; place < uses.length; place++) {
      const planned = uses.at(place);
      // what is done in one of the modes alone may find something else there in the other
      if (!planned || planned.when === 'learn' || planned.when === 'use') continue;
      const { op } = planned;
      if (op.call === 'activate') found = activateInPlace(uses, kept, place, op) || found;
      else if (op.call === 'activateGradient') found = backInPlace(uses, kept, place, op) || found;
      else if (op.call === 'accumulate') found = writeAtOnce(uses, kept, place, op) || found;
    }
    return found;
  },
};

type OpOf<C extends Op['call']> = Extract<Op, { readonly call: C }>;

function activateInPlace(
  uses: Uses,
  kept: ReadonlySet<Batch>,
  place: number,
  { args: [g, ofZ, ofA] }: OpOf<'activate'>,
): boolean {
  const [Z, A] = [owner(ofZ), owner(ofA)] as [Batch, Batch];
  if (!g.inPlace || !canJoin(Z, A, kept) || uses.places(A)[0] !== place) return false;
  const only = uses.places(Z).every(later => {
    if (later <= place) return true;
    const op = uses.at(later)?.op;
    return op?.call === 'activateGradient' && owner(op.args[1]) === Z && owner(op.args[2]) === A;
  });
  if (!only) return false;
  uses.replace(Z, A);
  if (g.identity) uses.put(place);
  return true;
}

function backInPlace(
  uses: Uses,
  kept: ReadonlySet<Batch>,
  place: number,
  { args: [g, , , ofDA, ofDZ] }: OpOf<'activateGradient'>,
): boolean {
  const [dA, dZ] = [owner(ofDA), owner(ofDZ)] as [Batch, Batch];
  if (!g.inPlace || !canJoin(dZ, dA, kept)) return false;
  if (uses.places(dA).at(-1) !== place || uses.places(dZ)[0] !== place) return false;
  uses.replace(dZ, dA);
  if (g.identity) uses.put(place);
  return true;
}

/** A sum whose first term isn't needed for anything else is added to from there on. */
function writeAtOnce(
  uses: Uses,
  kept: ReadonlySet<Batch>,
  place: number,
  { args: [ofTerm, ofSum] }: OpOf<'accumulate'>,
): boolean {
  const [term, sum] = [owner(ofTerm), owner(ofSum)] as [Batch, Batch];
  const [cleared, first] = uses.places(sum);
  const before = cleared === undefined ? undefined : uses.at(cleared);
  if (first !== place || before?.op.call !== 'clear' || before.when !== uses.at(place)!.when) return false;
  if (!canJoin(term, sum, kept) || kept.has(sum) || uses.places(term).at(-1) !== place) return false;
  uses.put(cleared!);
  uses.put(place);
  uses.replace(term, sum);
  return true;
}

/** Whether nobody else looks at a batch, and another has room for it. */
const canJoin = (batch: Batch, other: Batch, kept: ReadonlySet<Batch>) =>
  batch !== other && !kept.has(batch) && batch.n === other.n && !batch.bytes && !other.bytes;
