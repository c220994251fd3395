import type { Batch, Op } from '../../kernels/kernels';
import { owner } from '../../kernels/operands';
import type { Joining } from './joining';
import type { PlannedOp } from './plannedOp';
import type { Uses } from './uses';

/**
 * The largest of g(z) is g of the largest z where g never falls, so that a pool may come before the activation, which then has
 * a quarter of the values to go over where two by two are one. Of equal g(z) the gradient goes to the first, which may be another
 * than the largest z: that is the same only where such values have no slope, as zeros of a ReLU. Begins with
 * activations that are in place.
 */
export const poolFirst: Joining = {
  name: 'pool-first',
  words: 'pooled before the activation',
  rewrite(uses, kept) {
    let found = false;
    for (let place = 0; place < uses.length; place++) {
      const op = uses.at(place)?.op;
      if (op?.call === 'activate') found = poolBefore(uses, kept, place, op) || found;
    }
    return found;
  },
};

type OpOf<C extends Op['call']> = Extract<Op, { readonly call: C }>;

function poolBefore(
  uses: Uses,
  kept: ReadonlySet<Batch>,
  place: number,
  { args: [g, Z, ofA] }: OpOf<'activate'>,
): boolean {
  const A = owner(ofA) as Batch;
  if (!g.poolsAlike || owner(Z) !== A || kept.has(A)) return false;
  const [poolPlace, backPlace, ...more] = uses.places(A).filter(later => later > place);
  const pool = poolPlace === undefined ? undefined : uses.at(poolPlace);
  if (pool?.op.call !== 'maxPool' || pool.when !== 'both' || more.length > 0) return false;
  const [, , pooled] = pool.op.args;
  if (backPlace !== undefined && !poolBehind(uses, kept, backPlace, A, pooled, pool)) return false;
  uses.put(place);
  uses.put(poolPlace!, pool, {
    op: { call: 'activate', args: [g, pooled, pooled], reads: 'A = g(the largest)', of: pool.op.of! },
    when: 'both',
  });
  return true;
}

/** The same backward: dA of the pool by the slope first, and then to where the largest was. */
function poolBehind(
  uses: Uses,
  kept: ReadonlySet<Batch>,
  place: number,
  A: Batch,
  pooled: Batch,
  pool: PlannedOp,
): boolean {
  const activated = uses.at(place);
  if (activated?.op.call !== 'activateGradient') return false;
  const [g, , , ofDA, ofDZ] = activated.op.args;
  const dA = owner(ofDA) as Batch;
  if (owner(ofDZ) !== dA || owner(activated.op.args[1]) !== A || kept.has(dA)) return false;
  // cleared, added to by the pool alone, and then by the slope
  const [cleared, poolPlace, ...after] = uses.places(dA);
  const back = poolPlace === undefined ? undefined : uses.at(poolPlace);
  if (uses.at(cleared!)?.op.call !== 'clear' || back?.op.call !== 'maxPoolGradient') return false;
  if (after[0] !== place) return false;
  const [, dPooled] = back.op.args;
  if (kept.has(dPooled) || uses.places(dPooled).at(-1) !== poolPlace) return false;
  uses.put(place);
  uses.put(
    poolPlace!,
    {
      op: {
        call: 'activateGradient',
        args: [g, pooled, pooled, dPooled, dPooled],
        reads: 'dZ = dA ∘ g′(the largest)',
        of: { layer: pool.op.of!.layer, pass: 'backward' },
      },
      when: 'backward',
    },
    back,
  );
  return true;
}
