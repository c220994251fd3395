import { lane } from './row';
import { alone } from './share';

/** sum[j] (+)= Σᵢ x[i·n + j], from the first i to the last, to what is there or 0. */
export function sumColumns(x: usize, n: i32, m: i32, sum: usize, add: bool): void {
  if (!alone()) return;
  const pitch = (<usize>n) << 3;
  for (let j = 0; j < n; j += 2) {
    const to = sum + ((<usize>j) << 3);
    let from = x + ((<usize>j) << 3);
    let total = add ? v128.load(to) : f64x2.splat(0);
    for (let i = 0; i < m; i++) {
      total = f64x2.add(total, v128.load(from));
      from += pitch;
    }
    store<f64>(to, lane(total, 0));
    if (j + 1 < n) store<f64>(to, lane(total, 1), 8);
  }
}
