/** Something that would like to be somewhere on a line. */
export interface Wish {
  readonly at: number;
  /** How much it minds being elsewhere. */
  readonly weight: number;
  /** The room it needs on either side of its place. */
  readonly before: number;
  readonly after: number;
}

/**
 * The places, in the given order and without overlap, whose weighted squared distances from the wishes are smallest.
 * With the room taken off it is an isotonic regression, solved by pooling adjacent violators.
 */
export function spread(wishes: readonly Wish[], gap: number): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const [i, wish] of wishes.entries()) {
    if (i > 0) offset += wishes[i - 1]!.after + gap + wish.before;
    offsets.push(offset);
  }
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const [i, { at, weight }] of wishes.entries()) {
    let pool = { sum: (at - offsets[i]!) * weight, weight, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  const places = pools.flatMap(({ sum, weight, count }) => new Array<number>(count).fill(sum / weight));
  return places.map((place, i) => place + offsets[i]!);
}
