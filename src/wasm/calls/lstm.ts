import { heldTimes, hold } from '../gemm/held';
import { sigmoid, tanh } from '../math';
import { giveOn, orZero } from '../recurrent/runs';
import { beginAtZero, besides, givenTo, nextOf, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/**
 * Γu, Γf, c̃⟨t⟩ and Γo of z⟨t⟩ + Waa·a⟨t−1⟩, c⟨t⟩ and a⟨t⟩; threads share the examples.
 * [units, steps, all, backwards, Waa, Z, C, P, A]
 */
export function lstm(call: usize, m: i32): void {
  const Z = address(call, besides);
  const C = address(call, besides + 1);
  const P = address(call, besides + 2);
  const A = address(call, besides + 3);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const gates = 4 * width;
  const pitch = <usize>steps * width;
  if (steps > 1) hold(4 * units, units, address(call, 4), width, true);
  beginAtZero(P, call, from, end);
  for (let k = 0; k < steps; k++) {
    const t = stepAt(call, k);
    const z0 = stepOf(Z, call, from, t, gates);
    if (k > 0) heldTimes(end - from, stepOf(P, call, from, t, width), pitch, z0, 4 * pitch, 0, true);
    for (let i = from; i < end; i++) {
      const before = k === 0 ? <usize>0 : stepOf(C, call, i, stepAt(call, k - 1), width);
      const z = z0 + <usize>(i - from) * 4 * pitch;
      cell(z, before, stepOf(C, call, i, t, width), givenTo(A, call, i, k), nextOf(P, call, i, k), width);
    }
  }
}

/** One step of one example: its gates stand at `z`, c⟨t−1⟩ at `before`, or nowhere where it is 0. */
function cell(z: usize, before: usize, c: usize, to: usize, next: usize, width: usize): void {
  for (let at: usize = 0; at < width; at += 16) {
    const u = z + at;
    const f = u + width;
    const s = f + width;
    const o = s + width;
    const update = sigmoid(v128.load(u));
    const forget = sigmoid(v128.load(f));
    const candidate = tanh(v128.load(s));
    const output = sigmoid(v128.load(o));
    const state = fma(forget, orZero(before, at), v128.mul<Real>(update, candidate));
    put(update, u, z + width);
    put(forget, f, z + 2 * width);
    put(candidate, s, z + 3 * width);
    put(output, o, z + 4 * width);
    put(state, c + at, c + width);
    giveOn(v128.mul<Real>(output, tanh(state)), to, next, at, width);
  }
}
