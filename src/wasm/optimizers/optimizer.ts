// What optimizers read of the call `update`. Each goes over whole vectors of the parameter p, up to its end, the gradient
// g and the running averages a and b, and returns 0, or NaN where a value is no longer finite: 0·x is 0 for every finite x
// and NaN for the others.
import { held } from '../held';
import { address, number } from '../slots';
import { Real } from '../variants/real';

/** What the gradient is multiplied by: its factor, and what clipping leaves of it. */
export function factor(call: usize): v128 {
  return held(<Real>(load<f64>(address(call, 7)) * load<f64>(address(call, 7), 32)));
}

/** The number of this step, from 1. */
export function stepNumber(call: usize): f64 {
  return load<f64>(address(call, 7), 8) + 1;
}

/** The learning rate in this step. It is the first field of every optimizer. */
export function learningRate(call: usize): f64 {
  const circumstances = address(call, 7);
  const place = <usize>(load<f64>(circumstances, 8) - load<f64>(circumstances, 24));
  return field(call, 0) * load<f64>(circumstances + (place << 3), 40);
}

/** Field i of the optimizer, in the order of its definition. */
export function field(call: usize, i: i32): f64 {
  return number(call, <usize>(8 + i));
}
