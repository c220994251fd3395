import { dropRun, drops, own, seenBy } from '../attention/heads';
import { tiled } from '../gemm/tiled';
import { across, clearRun } from '../row';
import { first, last } from '../share';
import { address, whole } from '../slots';
import { fma } from '../variants/fma';
import { Real, shift } from '../variants/real';

/**
 * dS, dQ, dK and dV of each head; threads share examples × heads.
 * [T_q, T_k, width, heads, causal, key, circumstances, start, threshold, 1/(1 − rate) or 0, dC, Q, K, V, P, dS, dQ, dK, dV]
 */
export function attendGradient(call: usize, m: i32): void {
  const Tq = whole(call, 0);
  const Tk = whole(call, 1);
  const heads = whole(call, 3);
  const d = whole(call, 2) / heads;
  const pitch = (<usize>whole(call, 2)) << shift;
  const row = (<usize>Tk) << shift;
  const one: usize = 1 << shift;
  const scale = <Real>(1 / Math.sqrt(<f64>d));
  const dropped = drops(call);
  const end = last(m * heads, 1);
  for (let unit = first(m * heads, 1); unit < end; unit++) {
    const i = unit / heads;
    const h = unit - i * heads;
    const at = (<usize>(h * d)) << shift;
    const ofQ = <usize>i * <usize>Tq * pitch + at;
    const ofK = <usize>i * <usize>Tk * pitch + at;
    const ofP = <usize>unit * <usize>Tq * row;
    const c = address(call, own) + ofQ;
    const p = address(call, own + 4) + ofP;
    const s = address(call, own + 5) + ofP;
    const begin = h * Tq * Tk;
    const all = Tq * Tk;
    let kept = p;
    if (dropped) {
      dropRun(call, i, begin, p, s, all);
      kept = s;
    }
    tiled(0, Tk, 0, d, Tq, kept, one, row, c, pitch, false, address(call, own + 8) + ofK, pitch, 0, false);
    tiled(0, Tq, 0, Tk, d, c, pitch, one, address(call, own + 3) + ofK, pitch, true, s, row, 0, false);
    if (dropped) dropRun(call, i, begin, s, s, all);
    for (let t = 0; t < Tq; t++) {
      const seen = seenBy(call, t);
      const skip = <usize>t * row;
      slopes(p + skip, s + skip, seen, scale);
      clearRun(s + skip + ((<usize>seen) << shift), s + skip + row);
    }
    tiled(0, Tq, 0, d, Tk, s, row, one, address(call, own + 2) + ofK, pitch, false, address(call, own + 6) + ofQ, pitch, 0, false);
    tiled(0, Tk, 0, d, Tq, s, one, row, address(call, own + 1) + ofQ, pitch, false, address(call, own + 7) + ofK, pitch, 0, false);
  }
}

/** dS = P ∘ (dP − Σ dP ∘ P)·scale of the first n of a row, where dP stands. */
function slopes(p: usize, s: usize, n: i32, scale: Real): void {
  const end = (<usize>n) << shift;
  let sums = v128.splat<Real>(0);
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) sums = fma(v128.load(p + at), v128.load(s + at), sums);
  let mean = across(sums);
  for (; at < end; at += 1 << shift) mean += load<Real>(p + at) * load<Real>(s + at);
  const means = v128.splat<Real>(mean);
  const factor = v128.splat<Real>(scale);
  for (at = 0; at + 16 <= end; at += 16) {
    const away = v128.sub<Real>(v128.load(s + at), means);
    v128.store(s + at, v128.mul<Real>(v128.mul<Real>(v128.load(p + at), away), factor));
  }
  for (; at < end; at += 1 << shift) store<Real>(s + at, load<Real>(p + at) * (load<Real>(s + at) - mean) * scale);
}
