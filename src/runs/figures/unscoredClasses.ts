import { scoresByClass } from '../../core/metrics';

/** Why the table of the classes has dashes, a sentence each. */
export function unscoredClasses(confusion: readonly (readonly number[])[]): string[] {
  const scores = scoresByClass(confusion);
  return [
    ...(scores.some(({ precision }) => precision === null)
      ? ['A class that is never predicted has no precision.']
      : []),
    ...(scores.some(({ recall }) => recall === null) ? ['A class without examples has no recall.'] : []),
  ];
}
