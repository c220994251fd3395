import { type Dim, minus, plus, sizeOf, times } from '../sizes/size';

/** Gives the size that a name in a written shape stands for; undefined where it stands for none. */
export type NameSize = (name: string) => Dim;

/** Longer ones are sentences, not shapes. */
const longest = 120;

/**
 * The sizes in the brackets of a written shape: `n_x, m`, `num_px * num_px * 3, 1`, `1, number of examples`.
 * Undefined where it is something else.
 */
export function readDims(inside: string, nameSize: NameSize): readonly Dim[] | undefined {
  if (inside.length > longest || /\.\.\.|[:;"'?]| or |\bNone\b|,\s*,/.test(inside)) return undefined;
  const parts = inside.split(',').map(part => part.trim());
  if (parts.at(-1) === '') parts.pop();
  if (parts.length === 0 || parts.length > 6 || parts.includes('')) return undefined;
  const dims = parts.map(part => readDim(part, nameSize));
  return dims.includes(null) ? undefined : (dims as Dim[]);
}

/** Products and sums of names and numbers. null where it isn't one. */
function readDim(text: string, nameSize: NameSize): Dim | null {
  const words = text.replace(/^#\s*of\b/, 'number of').replace(/\s+/g, ' ');
  if (/^-?\d+$/.test(words)) return Number(words) > 0 ? Number(words) : undefined;
  let sum: Dim = 0;
  // the signs stand between the parts
  const parts = words.split(/(?<=[\w\])])\s*([+-])\s*(?=[\w(])/);
  for (let i = 0; i < parts.length; i += 2) {
    const sign = parts[i - 1] ?? '+';
    const factor = readProduct(parts[i]!, nameSize);
    if (factor === null) return null;
    sum = sign === '-' ? minus(sum, factor) : plus(sum, factor);
  }
  return sum;
}

function readProduct(text: string, nameSize: NameSize): Dim | null {
  let all: Dim = 1;
  for (const written of text.split(/[*×]|(?<=\s)x(?=\s)/)) {
    const part = written.trim();
    if (/^\d+$/.test(part)) all = times(all, Number(part));
    else if (/^[\p{L}_][\p{L}\p{N}_.]*(\[\w+\])?$/u.test(part) || /^[a-z][a-z ]{2,40}$/i.test(part)) {
      all = times(all, nameSize(part));
    } else return null;
  }
  return all;
}

/** Sizes that a document names: code that it describes must work for any value of them. */
export function generalSizes(owner: string): NameSize {
  return written => {
    const name = shortened(written);
    return sizeOf({ id: `${owner}:${name}`, name, general: true });
  };
}

/** `number of examples` is the notes' m. */
function shortened(name: string): string {
  return /^(the )?number of (training |test )?examples$/i.test(name) ? 'm' : name;
}
