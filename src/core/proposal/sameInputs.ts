import type { DataSettings } from '../network/dataSchema';

type Written = Readonly<Record<string, unknown>>;

/** What is done to inputs, in the order in which it is, and what a sentence says of it. */
const steps: Readonly<Record<string, (value: unknown) => string>> = {
  scale: value => `divided by ${String(value)}`,
  standardise: () => 'standardised',
  normaliseRows: () => 'normalised, each example by itself',
};

/**
 * The data with their inputs prepared as those were that a network has learnt from, whose layers know only such values, and
 * what is said of it where there is something to say.
 */
export function sameInputs(
  data: Written,
  trained: DataSettings | undefined,
): { readonly data: Written; readonly comments: readonly string[] } {
  if (!trained) return { data, comments: [] };
  const there = stepsOf(trained);
  const here = stepsOf(data);
  const rest = Object.entries(data).filter(
    ([name]) => there[name] !== undefined || !Object.hasOwn(steps, name),
  );
  const same = { ...Object.fromEntries(rest), ...there };
  if (Object.keys({ ...there, ...here }).length === 0) return { data: same, comments: [] };
  const own = said(here);
  const comments = [
    `The inputs are ${said(there)}, as in the run: the layers that are kept have learnt from such values.`,
    ...(own === said(there)
      ? []
      : [
          `These data alone would be ${own}. Where their numbers are in other units than the run’s, change “data” so that the layers get the same.`,
        ]),
    ...(there.standardise ? ['The mean and the deviation are those of the new training set.'] : []),
  ];
  return { data: same, comments };
}

/** What is written of the steps that are taken. */
function stepsOf(data: Written): Written {
  return Object.fromEntries(
    Object.keys(steps).flatMap(name =>
      data[name] === undefined || data[name] === false ? [] : [[name, data[name]]],
    ),
  );
}

function said(taken: Written): string {
  const names = Object.entries(taken).map(([name, value]) => steps[name]!(value));
  return names.length > 0 ? names.join(', then ') : 'taken as they are';
}
