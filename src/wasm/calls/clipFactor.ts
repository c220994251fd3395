import { alone } from '../share';
import { address, number } from '../slots';

/** circumstances[4] = min(1, most/(|factor|·√squares + 10⁻⁶)). [squares, most, circumstances] */
export function clipFactor(call: usize, _m: i32): void {
  if (!alone()) return;
  const circumstances = address(call, 2);
  const norm = Math.abs(load<f64>(circumstances)) * Math.sqrt(load<f64>(address(call, 0)));
  store<f64>(circumstances, Math.min(1, number(call, 1) / (norm + 1e-6)), 32);
}
