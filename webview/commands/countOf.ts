/** `hidden`, or `3 layers`: what an announcement says an edit was of. */
export function countOf(ids: readonly string[]): string {
  return ids.length === 1 ? ids[0]! : `${ids.length} layers`;
}
