/** What was seen so far of a figure that a training goes by. As it is, it is saved with the weights. */
export interface Watched {
  /** The best value, and the iteration at which it was seen; absent before there was one. */
  readonly best?: number;
  readonly bestAt?: number;
  /** Looks in a row that brought nothing better. */
  readonly stale: number;
  /** How often patience came to its end. */
  readonly plateaus: number;
  /** The iteration of the last look: none is taken twice, so that a resumed training goes on as if it hadn't ended. */
  readonly at?: number;
}

export const unwatched: Watched = { stale: 0, plateaus: 0 };

/** What counts as better, and for how long it is waited for. */
export interface Patience {
  readonly patience: number;
  readonly minDelta: number;
  /** Whether a larger value is better. */
  readonly larger: boolean;
}

/**
 * One look more. A figure that has no value is no better. The end of patience begins a new wait for something better than
 * the same best.
 */
export function looked(
  before: Watched,
  value: number | undefined,
  iteration: number,
  { patience, minDelta, larger }: Patience,
): Watched {
  if (before.at !== undefined && iteration <= before.at) return before;
  const { best, stale, plateaus } = before;
  const at = iteration;
  const better =
    value !== undefined &&
    Number.isFinite(value) &&
    (best === undefined || (larger ? value > best + minDelta : value < best - minDelta));
  if (better) return { best: value, bestAt: iteration, stale: 0, plateaus, at };
  if (stale + 1 < patience) return { ...before, stale: stale + 1, at };
  return { ...before, stale: 0, plateaus: plateaus + 1, at };
}
