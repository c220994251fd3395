import { constant } from '../constant';
import { heldTimes, hold } from '../gemm/held';
import { one, sigmoid, tanh } from '../math';
import { giveOn } from '../recurrent/runs';
import { beginAtZero, besides, givenTo, nextOf, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { clearRun, copyRun, put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/**
 * r⟨t⟩ = Waa·a⟨t−1⟩ + baa, Γr, Γu and c̃⟨t⟩ of z⟨t⟩ and r⟨t⟩, and a⟨t⟩; threads share the examples.
 * [units, steps, all, backwards, Waa, baa or 0, Z, R, P, A]
 */
export function gru(call: usize, m: i32): void {
  const baa = address(call, besides);
  const Z = address(call, besides + 1);
  const R = address(call, besides + 2);
  const P = address(call, besides + 3);
  const A = address(call, besides + 4);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const gates = 3 * width;
  const pitch = <usize>steps * width;
  if (steps > 1) hold(3 * units, units, address(call, 4), width, true);
  beginAtZero(P, call, from, end);
  for (let k = 0; k < steps; k++) {
    const t = stepAt(call, k);
    const r0 = stepOf(R, call, from, t, gates);
    if (k > 0) heldTimes(end - from, stepOf(P, call, from, t, width), pitch, r0, 3 * pitch, baa, false);
    for (let i = from; i < end; i++) {
      const r = r0 + <usize>(i - from) * 3 * pitch;
      if (k === 0) {
        if (baa === 0) clearRun(r, r + gates);
        else copyRun(baa, r, r + gates);
      }
      const p = stepOf(P, call, i, t, width);
      cell(stepOf(Z, call, i, t, gates), r, p, givenTo(A, call, i, k), nextOf(P, call, i, k), width);
    }
  }
}

/** One step of one example: z⟨t⟩, then its gates, stand at `z`, a⟨t−1⟩ at `p`. */
function cell(z: usize, r: usize, p: usize, to: usize, next: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const g = z + at;
    const u = g + width;
    const s = u + width;
    const ra = r + at;
    const reset = sigmoid(v128.add<Real>(v128.load(g), v128.load(ra)));
    const update = sigmoid(v128.add<Real>(v128.load(u), v128.load(ra + width)));
    const candidate = tanh(fma(reset, v128.load(ra + 2 * width), v128.load(s)));
    put(reset, g, z + width);
    put(update, u, z + 2 * width);
    put(candidate, s, z + 3 * width);
    const stays = v128.mul<Real>(v128.sub<Real>(constant(one), update), v128.load(p + at));
    giveOn(fma(update, candidate, stays), to, next, at, width);
  }
}
