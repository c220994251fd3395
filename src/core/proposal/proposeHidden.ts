import type { DataFacts } from '../network/dataReport';

/** Layers between input and output: the units of each. */
export type HiddenLayers = readonly number[];

/** Hidden layers worth a try for data of this kind, each with what it is good for. */
export function proposeHidden(
  facts: DataFacts | undefined,
): { hidden: HiddenLayers; title: string; detail: string }[] {
  const n = facts?.inputShape.reduce((product, size) => product * size, 1) ?? 2;
  const classes = facts?.targets.classes?.length ?? 1;
  const width = Math.max(4, 2 ** Math.min(7, Math.ceil(Math.log2(Math.max(n, classes)))));
  return [
    { hidden: [width], title: `One hidden layer of ${width} units`, detail: 'A good first network.' },
    {
      hidden: [width * 2, width],
      title: `Two hidden layers of ${width * 2} and ${width} units`,
      detail: 'Deeper, for data that one layer doesn’t fit.',
    },
    {
      hidden: [],
      title: 'No hidden layer',
      detail: classes > 2 ? 'Softmax regression.' : 'Logistic regression, or linear regression for numbers.',
    },
  ];
}
