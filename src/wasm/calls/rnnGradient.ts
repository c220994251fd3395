import { tanhGradient } from '../activations/tanh';
import { heldTimes, hold } from '../gemm/held';
import { orZero } from '../recurrent/runs';
import { besides, givenTo, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { Real, shift } from '../variants/real';

/** dz⟨t⟩ = (1 − a⟨t⟩²) ∘ (da⟨t⟩ + Waaᵀ·dz⟨t+1⟩). [units, steps, all, backwards, Waa, dA, Z, carried] */
export function rnnGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const Z = address(call, besides + 1);
  const carried = address(call, besides + 2);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const pitch = <usize>steps * width;
  if (steps > 1) hold(units, units, address(call, 4), width, false);
  for (let k = steps - 1; k >= 0; k--) {
    const z0 = stepOf(Z, call, from, stepAt(call, k), width);
    let z = z0;
    for (let i = from; i < end; i++) {
      const given = givenTo(dA, call, i, k);
      const kept = k === steps - 1 ? <usize>0 : carried + <usize>i * width;
      for (let at: usize = 0; at < width; at += 16) {
        const a = v128.load(z + at);
        put(tanhGradient(a, a, v128.add<Real>(orZero(given, at), orZero(kept, at))), z + at, z + width);
      }
      z += pitch;
    }
    if (k > 0) heldTimes(end - from, z0, pitch, carried + <usize>from * width, width, 0, false);
  }
}
