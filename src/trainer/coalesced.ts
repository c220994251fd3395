/** Gathers things that come one by one and hands them on together, at most once in `milliseconds`. */
export interface Coalesced<T> {
  add(item: T): void;
  /** Hands on at once what has gathered. */
  flush(): void;
}

export function coalesced<T>(milliseconds: number, handOn: (items: readonly T[]) => void): Coalesced<T> {
  let gathered: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (gathered.length === 0) return;
    const items = gathered;
    gathered = [];
    handOn(items);
  };
  return {
    add(item) {
      gathered.push(item);
      timer ??= setTimeout(flush, milliseconds);
    },
    flush,
  };
}
