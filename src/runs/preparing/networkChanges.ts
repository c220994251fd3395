import { type NetworkDifference, networkDifferences } from '../../core/analyze';

/** Settings by which the inputs are prepared: the weights carry what they were in training. */
const preparing = new Set(['scale', 'standardise', 'normaliseRows', 'decimals', 'size', 'columns']);
/** Differences that are told of, of many. */
const shown = 3;

/** What it means, for a result, that the network isn't the one that the weights were trained in: a sentence each. */
export function networkChanges(trained: string, now: string): string[] {
  const all = networkDifferences(trained, now);
  const of = (test: (difference: NetworkDifference) => boolean) => named(all.filter(test));
  const layers = of(({ part, field }) => part === 'layers' && field !== 'initializer');
  const split = of(({ part, field }) => part === 'data' && field === 'split');
  const prepared = of(({ part, field }) => part === 'data' && preparing.has(field));
  const data = of(({ part, field }) => part === 'data' && field !== 'split' && !preparing.has(field));
  const loss = of(({ part, field }) => part === 'training' && field === 'loss');
  return [
    ...(layers
      ? [
          `The layers have changed since the weights were trained (${layers}): the outputs aren’t what was learnt.`,
        ]
      : []),
    ...(split
      ? [
          `The split has changed since the weights were trained (${split}): the test set may hold examples that were trained on.`,
        ]
      : []),
    ...(data
      ? [
          `The network names other data than the weights were trained on (${data}): what is its test set may hold examples that were trained on.`,
        ]
      : []),
    ...(prepared
      ? [
          `The preparing of the inputs has changed since the weights were trained (${prepared}): they are prepared as they were in training.`,
        ]
      : []),
    ...(loss ? [`The cost is by another loss than in training (${loss}).`] : []),
  ];
}

/** `hidden: activation is "relu", was "tanh"`; undefined where there is none. */
function named(differences: readonly NetworkDifference[]): string | undefined {
  if (differences.length === 0) return undefined;
  const texts = differences
    .slice(0, shown)
    .map(
      ({ layer, field, before, now }) =>
        `${layer === undefined ? '' : `${layer}: `}${field} is ${written(now)}, was ${written(before)}`,
    );
  const more = differences.length - shown;
  return [...texts, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function written(value: unknown): string {
  if (value === undefined) return 'not there';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
