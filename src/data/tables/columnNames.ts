/** Names as they are in the header, each made different from those before it; `column3` where there is none. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  /** The number that was tried last for a name, so that the next of thousands of one name isn't looked for from 1 on. */
  const numbers = new Map<string, number>();
  return header.map((cell, index) => {
    const wanted = cell.trim() || `column${index + 1}`;
    let name = wanted;
    for (let n = (numbers.get(wanted) ?? 0) + 1; taken.has(name); n++) {
      name = `${wanted}.${n}`;
      numbers.set(wanted, n);
    }
    taken.add(name);
    return name;
  });
}
