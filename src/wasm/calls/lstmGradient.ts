import { sigmoidGradient } from '../activations/sigmoid';
import { tanhGradient } from '../activations/tanh';
import { heldTimes, hold } from '../gemm/held';
import { tanh } from '../math';
import { orZero } from '../recurrent/runs';
import { besides, givenTo, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { Real, shift } from '../variants/real';

/** Back through what `lstm` left; Z holds dz⟨t⟩ afterwards. [units, steps, all, backwards, Waa, dA, Z, C, carried] */
export function lstmGradient(call: usize, m: i32): void {
  const dA = address(call, besides);
  const Z = address(call, besides + 1);
  const C = address(call, besides + 2);
  const carried = address(call, besides + 3);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const gates = 4 * width;
  const pitch = <usize>steps * gates;
  if (steps > 1) hold(units, 4 * units, address(call, 4), width, false);
  for (let k = steps - 1; k >= 0; k--) {
    const t = stepAt(call, k);
    const z0 = stepOf(Z, call, from, t, gates);
    for (let i = from; i < end; i++) {
      const before = k === 0 ? <usize>0 : stepOf(C, call, i, stepAt(call, k - 1), width);
      const kept = carried + <usize>i * 2 * width;
      const z = z0 + <usize>(i - from) * pitch;
      cell(z, before, stepOf(C, call, i, t, width), givenTo(dA, call, i, k), kept, k === steps - 1, width);
    }
    if (k > 0) heldTimes(end - from, z0, pitch, carried + <usize>from * 2 * width, 2 * width, 0, false);
  }
}

/** One step of one example. What the step after it gave stands at `kept`, da and then dc, unless this one was taken last. */
function cell(z: usize, before: usize, c: usize, given: usize, kept: usize, latest: bool, width: usize): void {
  const later = latest ? <usize>0 : kept;
  const laterC = latest ? <usize>0 : kept + width;
  for (let at: usize = 0; at < width; at += 16) {
    const u = z + at;
    const f = u + width;
    const s = f + width;
    const o = s + width;
    const update = v128.load(u);
    const forget = v128.load(f);
    const candidate = v128.load(s);
    const output = v128.load(o);
    const tanhC = tanh(v128.load(c + at));
    const da = v128.add<Real>(orZero(given, at), orZero(later, at));
    const dc = v128.add<Real>(orZero(laterC, at), tanhGradient(tanhC, tanhC, v128.mul<Real>(da, output)));
    put(sigmoidGradient(update, update, v128.mul<Real>(dc, candidate)), u, z + width);
    put(sigmoidGradient(forget, forget, v128.mul<Real>(dc, orZero(before, at))), f, z + 2 * width);
    put(tanhGradient(candidate, candidate, v128.mul<Real>(dc, update)), s, z + 3 * width);
    put(sigmoidGradient(output, output, v128.mul<Real>(da, tanhC)), o, z + 4 * width);
    put(v128.mul<Real>(dc, forget), kept + width + at, kept + 2 * width);
  }
}
