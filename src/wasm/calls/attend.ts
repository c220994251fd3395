import { dropRun, drops, own, seenBy } from '../attention/heads';
import { tiled } from '../gemm/tiled';
import { exp } from '../math';
import { across, clearRun, largest, tail } from '../row';
import { first, last, scratch } from '../share';
import { address, whole } from '../slots';
import { Real, shift } from '../variants/real';

const begin: usize = 1 << 20;
const room: usize = (3 << 20) - 4096;

/**
 * P = softmax(QKᵀ/√d) and C = P·V of each head; threads share examples × heads.
 * [T_q, T_k, width, heads, causal, key, circumstances, start, threshold, 1/(1 − rate) or 0, Q, K, V, P, C]
 */
export function attend(call: usize, m: i32): void {
  const Tq = whole(call, 0);
  const Tk = whole(call, 1);
  const heads = whole(call, 3);
  const d = whole(call, 2) / heads;
  const pitch = (<usize>whole(call, 2)) << shift;
  const row = (<usize>Tk) << shift;
  const scale = <Real>(1 / Math.sqrt(<f64>d));
  const dropped = drops(call);
  const end = last(m * heads, 1);
  for (let unit = first(m * heads, 1); unit < end; unit++) {
    const i = unit / heads;
    const h = unit - i * heads;
    const at = (<usize>(h * d)) << shift;
    const q = address(call, own) + <usize>i * <usize>Tq * pitch + at;
    const k = address(call, own + 1) + <usize>i * <usize>Tk * pitch + at;
    const v = address(call, own + 2) + <usize>i * <usize>Tk * pitch + at;
    const p = address(call, own + 3) + <usize>unit * <usize>Tq * row;
    const c = address(call, own + 4) + <usize>i * <usize>Tq * pitch + at;
    tiled(0, Tq, 0, Tk, d, q, pitch, 1 << shift, k, pitch, true, p, row, 0, false);
    for (let t = 0; t < Tq; t++) {
      const seen = seenBy(call, t);
      const to = p + <usize>t * row;
      weigh(to, seen, scale);
      clearRun(to + ((<usize>seen) << shift), to + row);
    }
    if (dropped) sumKept(call, i, h, p, v, c, pitch);
    else tiled(0, Tq, 0, d, Tk, p, row, 1 << shift, v, pitch, false, c, pitch, 0, false);
  }
}

/** zⱼ = e^((zⱼ − max z)·scale) / Σ of the first n. */
function weigh(z: usize, n: i32, scale: Real): void {
  const most = v128.splat<Real>(largest(z, n));
  const factor = v128.splat<Real>(scale);
  const end = z + ((<usize>n) << shift);
  let sums = v128.splat<Real>(0);
  let to = z;
  for (; to + 16 <= end; to += 16) {
    const e = exp(v128.mul<Real>(v128.sub<Real>(v128.load(to), most), factor));
    v128.store(to, e);
    sums = v128.add<Real>(sums, e);
  }
  let sum = across(sums);
  if (to < end) {
    tail.write(exp(v128.mul<Real>(v128.sub<Real>(v128.load(to), most), factor)), to, end);
    for (let p = to; p < end; p += 1 << shift) sum += load<Real>(p);
  }
  const share = v128.splat<Real>(1 / sum);
  for (to = z; to + 16 <= end; to += 16) v128.store(to, v128.mul<Real>(v128.load(to), share));
  for (; to < end; to += 1 << shift) store<Real>(to, load<Real>(to) / sum);
}

/**
 * C = P·V without what is dropped: as many rows of P as there is room for in the scratch memory, behind what `tiled` uses, at a time,
 * or parts of a row that is longer.
 */
function sumKept(call: usize, i: i32, h: i32, p: usize, v: usize, c: usize, pitch: usize): void {
  const Tq = whole(call, 0);
  const Tk = whole(call, 1);
  const d = whole(call, 2) / whole(call, 3);
  const row = (<usize>Tk) << shift;
  const kept = scratch() + begin;
  const long = min(Tk, <i32>(room >> shift));
  const most = max<i32>(1, <i32>(room / row));
  for (let t = 0; t < Tq; t += most) {
    const rows = min(most, Tq - t);
    const to = c + <usize>t * pitch;
    for (let s = 0; s < Tk; s += long) {
      const count = min(long, Tk - s);
      dropRun(call, i, (h * Tq + t) * Tk + s, p + <usize>t * row + ((<usize>s) << shift), kept, rows * count);
      tiled(0, rows, 0, d, count, kept, row, 1 << shift, v + <usize>s * pitch, pitch, false, to, pitch, 0, s > 0);
    }
  }
}
