/** Moves every span in a tree of plain objects, in place. */
export function moveBy(node: object, distance: number): void {
  if (distance === 0) return;
  const placed = node as { start?: unknown; end?: unknown };
  if (typeof placed.start === 'number' && typeof placed.end === 'number') {
    placed.start += distance;
    placed.end += distance;
  }
  for (const key in node) {
    const child: unknown = (node as Record<string, unknown>)[key];
    if (typeof child === 'object' && child !== null) moveBy(child, distance);
  }
}
