const most = 25;

/**
 * Every how many iterations the cost is printed: 1, 2 or 5 times a power of ten, for at most 25 lines. 2000 and 2500
 * iterations print every 100th, as the course does.
 */
export function printEvery(iterations: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (iterations / (power * factor) <= most) return power * factor;
  }
}
