/** Files of so many runs are open at a time. */
const together = 16;

/** What `work` gives for each of very many, a few of which are worked on at a time. In their order. */
export async function aFewAtATime<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += together)
    results.push(...(await Promise.all(items.slice(i, i + together).map(work))));
  return results;
}
