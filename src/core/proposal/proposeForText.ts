import type { DataFacts } from '../network/dataReport';
import { denseLayers, flatten, type Proposal, type ProposedLayer } from './proposedLayer';
import { proposeGpt } from './proposeGpt';

/** Layers that tell the next token of a text: each begins with a vector for every token. */
export function proposeForText(
  { of, vocabulary }: NonNullable<DataFacts['tokens']>,
  examples: number,
): Proposal[] {
  // about as many values as a letter has to say, more for words; never more than there are tokens
  const size = Math.min(vocabulary, of === 'words' ? 32 : 16);
  const embedding: ProposedLayer = { id: 'embedding', type: 'embedding', vocabulary, size };
  return [
    {
      hidden: [embedding, flatten, ...denseLayers([128])],
      title: `An embedding of ${size} values and a hidden layer of 128 units`,
      detail: 'A good first network for text: sees all tokens of an example at once.',
    },
    {
      hidden: [embedding, { id: 'memory', type: 'gru', units: 64 }],
      title: `An embedding of ${size} values and a GRU of 64 units`,
      detail: 'Takes the tokens one after the other, and what it knows so far along.',
    },
    proposeGpt(vocabulary, examples),
    {
      hidden: [
        embedding,
        {
          id: 'patterns',
          type: 'conv1d',
          filters: 64,
          kernelSize: 3,
          padding: 'same',
          activation: 'relu',
          initializer: 'he',
        },
        flatten,
        ...denseLayers([128]),
      ],
      title: `An embedding of ${size} values, a convolution and a hidden layer`,
      detail: 'Finds the same three tokens wherever they stand.',
    },
    {
      hidden: [embedding, flatten],
      title: `An embedding of ${size} values alone`,
      detail: 'Small, and quick to train.',
    },
  ];
}
