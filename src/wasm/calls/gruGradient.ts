import { sigmoidGradient } from '../activations/sigmoid';
import { tanhGradient } from '../activations/tanh';
import { constant } from '../constant';
import { heldTimes, hold } from '../gemm/held';
import { one } from '../math';
import { orZero } from '../recurrent/runs';
import { besides, givenTo, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { Real, shift } from '../variants/real';

/**
 * Back through what `gru` left; Z holds dz⟨t⟩ and R dr⟨t⟩ afterwards.
 * [units, steps, all, backwards, Waa, dA, Z, R, P, carried]
 */
export function gruGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const Z = address(call, besides + 1);
  const R = address(call, besides + 2);
  const P = address(call, besides + 3);
  const carried = address(call, besides + 4);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const gates = 3 * width;
  const pitch = <usize>steps * gates;
  if (steps > 1) hold(units, 3 * units, address(call, 4), width, false);
  for (let k = steps - 1; k >= 0; k--) {
    const t = stepAt(call, k);
    const r0 = stepOf(R, call, from, t, gates);
    for (let i = from; i < end; i++) {
      const kept = carried + <usize>i * width;
      const r = r0 + <usize>(i - from) * pitch;
      const p = stepOf(P, call, i, t, width);
      cell(stepOf(Z, call, i, t, gates), r, p, givenTo(dA, call, i, k), kept, k === steps - 1, width);
    }
    if (k > 0) heldTimes(end - from, r0, pitch, carried + <usize>from * width, width, 0, true);
  }
}

/** One step of one example. What the step after it gave stands at `kept`, unless this one was taken last. */
function cell(z: usize, r: usize, p: usize, given: usize, kept: usize, latest: bool, width: usize): void {
  const later = latest ? <usize>0 : kept;
  for (let at: usize = 0; at < width; at += 16) {
    const g = z + at;
    const u = g + width;
    const s = u + width;
    const ra = r + at;
    const reset = v128.load(g);
    const update = v128.load(u);
    const candidate = v128.load(s);
    const da = v128.add<Real>(orZero(given, at), orZero(later, at));
    const dCandidate = tanhGradient(candidate, candidate, v128.mul<Real>(da, update));
    const away = v128.sub<Real>(candidate, v128.load(p + at));
    const dUpdate = sigmoidGradient(update, update, v128.mul<Real>(da, away));
    const dReset = sigmoidGradient(reset, reset, v128.mul<Real>(dCandidate, v128.load(ra + 2 * width)));
    put(dReset, g, z + width);
    put(dUpdate, u, z + 2 * width);
    put(dCandidate, s, z + 3 * width);
    put(dReset, ra, r + width);
    put(dUpdate, ra + width, r + 2 * width);
    put(v128.mul<Real>(dCandidate, reset), ra + 2 * width, r + 3 * width);
    put(v128.mul<Real>(da, v128.sub<Real>(constant(one), update)), kept + at, kept + width);
  }
}
