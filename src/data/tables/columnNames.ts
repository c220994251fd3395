/** Names as they are in the header, each made different from those before it; `column3` where there is none. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const wanted = cell.trim() || `column${index + 1}`;
    let name = wanted;
    for (let n = 1; taken.has(name); n++) name = `${wanted}.${n}`;
    taken.add(name);
    return name;
  });
}
