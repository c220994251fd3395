import { heldTimes, hold } from '../gemm/held';
import { tanh } from '../math';
import { giveOn } from '../recurrent/runs';
import { beginAtZero, besides, givenTo, nextOf, stepAt, stepOf, stepsOf, unitsOf } from '../recurrent/sequence';
import { put } from '../row';
import { first, last } from '../share';
import { address } from '../slots';
import { shift } from '../variants/real';

/** a⟨t⟩ = tanh(Waa·a⟨t−1⟩ + z⟨t⟩); threads share the examples. [units, steps, all, backwards, Waa, Z, P, A] */
export function rnn(call: usize, m: i32): void {
  const Z = address(call, besides);
  const P = address(call, besides + 1);
  const A = address(call, besides + 2);
  const steps = stepsOf(call);
  const units = unitsOf(call);
  const from = first(m, 1);
  const end = last(m, 1);
  if (from >= end) return;
  const width = (<usize>units) << shift;
  const pitch = <usize>steps * width;
  if (steps > 1) hold(units, units, address(call, 4), width, true);
  beginAtZero(P, call, from, end);
  for (let k = 0; k < steps; k++) {
    const t = stepAt(call, k);
    const z0 = stepOf(Z, call, from, t, width);
    if (k > 0) heldTimes(end - from, stepOf(P, call, from, t, width), pitch, z0, pitch, 0, true);
    let z = z0;
    for (let i = from; i < end; i++) {
      const to = givenTo(A, call, i, k);
      const next = nextOf(P, call, i, k);
      for (let at: usize = 0; at < width; at += 16) {
        const a = tanh(v128.load(z + at));
        put(a, z + at, z + width);
        giveOn(a, to, next, at, width);
      }
      z += pitch;
    }
  }
}
