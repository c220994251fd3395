import { compareSizes, isDifferent } from '../sizes/compareSizes';
import type { Dim } from '../sizes/size';
import { formatDims } from '../values/words';
import type { Call } from './call';

/** Whether a result fits into the array it is written to, which keeps its shape; reports where it doesn't. */
export function keepsShape(call: Call, words: string, has: readonly Dim[], gets: readonly Dim[]): boolean {
  const grows =
    gets.length > has.length ||
    gets.some((dim, i) => isDifferent(compareSizes(dim, has[i + has.length - gets.length])));
  if (!grows) return true;
  const certain =
    gets.length > has.length ||
    gets.some((dim, i) => compareSizes(dim, has[i + has.length - gets.length]) === 'different');
  call.report({
    code: 'broadcast-mismatch',
    certainty: certain ? 'different' : 'different in general',
    message: `${words} is ${formatDims(has)} and can't hold the result, which is ${formatDims(gets)}: an array keeps its shape when it is changed in place.`,
  });
  return false;
}
