import type { Judge, Verdict } from './verdict';

/** Every example that was learnt from is of one class, so nothing could be learnt of any other. */
export const onlyClass: Judge = ({ end: { confusion }, classes }) => {
  const present = [...(confusion ?? []).entries()].filter(([, row]) => row.some(count => count > 0));
  const [only, second] = present.map(([index]) => index);
  if (only === undefined || second !== undefined) return undefined;
  return nothingToTellApart(classes?.[only] ?? String(only));
};

/** The same of a model of such a run. */
export function nothingToTellApart(name: string): Verdict {
  return {
    code: 'only-class',
    message: `Every example that it learnt from is “${name}”, so there is nothing to tell apart: a low cost says nothing. Add examples of another class.`,
  };
}
