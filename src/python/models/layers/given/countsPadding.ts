import type { Fault, GivenLayer } from './givenLayer';

/** The designer’s average pools don’t count what is put around; PyTorch’s do, unless they are told not to. */
export function countsPadding(given: GivenLayer): Fault | undefined {
  const [padding, counts] = [given.value('padding'), given.value('count_include_pad')];
  const isNone = [padding].flat().every(each => each === 0);
  if (isNone || counts === false) return undefined;
  return {
    kind: 'fault',
    message: `${given.written} with padding can’t be drawn: the designer’s average pools don’t count it. Set count_include_pad=False.`,
  };
}
