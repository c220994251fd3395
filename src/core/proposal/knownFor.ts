import type { DataFacts } from '../network/dataReport';
import { type Fit, fitKnown } from './fitKnown';
import { knownNetworks } from './known/all';
import type { KnownNetwork } from './known/knownNetwork';

/** The known networks for some data, oldest first, those that can't take them last. */
export function knownFor(
  facts: DataFacts | undefined,
): readonly { readonly known: KnownNetwork; readonly fit: Fit }[] {
  const all = knownNetworks.map(known => ({ known, fit: fitKnown(known, facts) }));
  const misfits = ({ fit }: { readonly fit: Fit }) => Number(fit.kind === 'misfit');
  return all.sort((a, b) => misfits(a) - misfits(b) || a.known.year - b.known.year);
}
