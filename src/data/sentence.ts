/** `a, b and c`; beyond `most` names, `a, b and 7 more`. */
export function listed(names: readonly string[], most = 8): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, most).map(name => shortened(name, 60));
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  if (shown.length === 1) return shown[0]!;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `0 setosa, 1 versicolor, 2 virginica`: classes with their index. */
export function numbered(classes: readonly string[], most = 12): string {
  const shown = classes.slice(0, most).map((name, index) => `${index} ${name}`);
  return shown.join(', ') + (classes.length > most ? ', …' : '');
}

/** `1 example`, `209 examples`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** What is needed and the limit that it is beyond, in as many digits as tell them apart. */
export function bytesBeyond(bytes: number, limit: number): readonly [needed: string, limit: string] {
  for (let digits = 3; digits < 16; digits++) {
    const texts = [bytesText(bytes, digits), bytesText(limit, digits)] as const;
    if (texts[0] !== texts[1]) return texts;
  }
  return [`${bytes} bytes`, `${limit} bytes`];
}

/** `1.23 GB`. */
export function bytesText(bytes: number, digits = 3): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  let index = 0;
  // 999.6 would be rounded to 1.00e+3
  while (bytes >= (index === 0 ? 1000 : 999.5) && index < units.length - 1) {
    bytes /= 1000;
    index++;
  }
  return `${index === 0 ? bytes : bytes.toPrecision(digits)} ${units[index]}`;
}

/** A cell, a label or a name as it is quoted in a sentence: cut short, on one line. */
export function quoted(text: string): string {
  return `'${shortened(text.replace(/\s+/g, ' '), 40)}'`;
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
