import type { DataFacts } from '../network/dataReport';
import { proposeConvolutions } from './proposeConvolutions';
import { denseLayers, flatten, type Proposal } from './proposedLayer';
import { proposeForText } from './proposeForText';
import { proposeForTexts } from './proposeForTexts';

/** Weights of the first layer up to which a step still takes milliseconds. */
const weightLimit = 200_000;

/** n_x: the values of an example; 2 where nothing is known, as of generated points. */
export function inputSize(facts: DataFacts | undefined): number {
  return facts?.inputShape.reduce((product, size) => product * size, 1) ?? 2;
}

/** Hidden layers worth a try for data of this kind, each with what it is good for. */
export function proposeHidden(facts: DataFacts | undefined): Proposal[] {
  if (facts?.tokens?.column !== undefined) return proposeForTexts(facts.tokens, facts.examples.train);
  if (facts?.tokens) return proposeForText(facts.tokens, facts.examples.train);
  const n = inputSize(facts);
  const classes = facts?.targets.classes?.length ?? 1;
  const affordable = 2 ** Math.floor(Math.log2(weightLimit / n));
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(n, classes)));
  const width = Math.max(4, Math.min(wanted, affordable, 32));
  const vector = (facts?.inputShape.length ?? 1) > 1 ? [flatten] : [];
  const convolutions = proposeConvolutions(facts);
  return [
    ...(convolutions
      ? [
          {
            hidden: convolutions.hidden,
            title: `Convolutions of ${listed(convolutions.filters)} filters`,
            detail: 'For pictures: finds the same pattern wherever it is.',
          },
        ]
      : []),
    {
      hidden: [...vector, ...denseLayers([width])],
      title: `One hidden layer of ${width} units`,
      detail: convolutions ? 'Smaller, and quicker to train.' : 'A good first network.',
    },
    {
      hidden: [...vector, ...denseLayers([width * 2, width])],
      title: `Two hidden layers of ${width * 2} and ${width} units`,
      detail: 'Deeper, for data that one layer doesn’t fit.',
    },
    {
      hidden: vector,
      title: 'No hidden layer',
      detail: classes > 2 ? 'Softmax regression.' : 'Logistic regression, or linear regression for numbers.',
    },
  ];
}

const listed = (numbers: readonly number[]) =>
  numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
