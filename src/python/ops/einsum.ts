import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim } from '../sizes/size';
import type { Call } from './call';

/**
 * The shape of `einsum`: each letter is one size. Undefined where the letters aren't known or hold an ellipsis.
 * Reports a letter that stands for two sizes, and operands with another number of sizes than letters.
 */
export function einsumShape(
  call: Call,
  letters: string,
  operands: readonly { readonly shape: readonly Dim[] | undefined; readonly words: string }[],
): readonly Dim[] | undefined {
  const text = letters.replace(/\s/g, '');
  if (!/^[A-Za-z,]+(->[A-Za-z]*)?$/.test(text)) return undefined;
  const [left, right] = text.split('->');
  const inputs = left!.split(',');
  if (inputs.length !== operands.length) return undefined;
  const sizes = new Map<string, { size: Dim; words: string }>();
  for (const [i, input] of inputs.entries()) {
    const { shape, words } = operands[i]!;
    if (!shape) continue;
    if (shape.length !== input.length) {
      call.report({
        code: 'shape-mismatch',
        message: `${words} has ${shape.length} sizes, but "${input}" names ${input.length}.`,
      });
      return undefined;
    }
    for (const [at, letter] of [...input].entries()) {
      const size = shape[at];
      const known = sizes.get(letter);
      if (!known || known.size === undefined || known.size === 1) sizes.set(letter, { size, words });
      else if (size !== 1 && size !== undefined) {
        const certainty = compareSizes(known.size, size);
        if (!isDifferent(certainty)) continue;
        call.report({
          code: 'shape-mismatch',
          certainty,
          message: `The letter ${letter} stands for ${formatDim(known.size)} in ${known.words} and for ${formatDim(size)} in ${words}.`,
        });
        return undefined;
      }
    }
  }
  const out =
    right ??
    [...new Set(left!.replaceAll(',', ''))]
      .filter(letter => left!.split(letter).length === 2)
      .sort()
      .join('');
  return [...out].map(letter => sizes.get(letter)?.size);
}
