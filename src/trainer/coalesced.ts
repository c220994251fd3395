/** Hands on things that come one by one: the very first at once, then together what comes within `milliseconds`. */
export interface Coalesced<T> {
  add(item: T): void;
  /** Hands on at once what has gathered. */
  flush(): void;
}

export function coalesced<T>(milliseconds: number, handOn: (items: readonly T[]) => void): Coalesced<T> {
  let gathered: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  let begun = false;
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
      if (begun) timer ??= setTimeout(flush, milliseconds);
      else flush();
      begun = true;
    },
    flush,
  };
}
