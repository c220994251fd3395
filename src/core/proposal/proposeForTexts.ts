import type { DataFacts } from '../network/dataReport';
import { denseLayers, type Proposal, type ProposedLayer } from './proposedLayer';

/** Examples that a network of this kind sees until it has learnt, and steps between which it is looked at. */
const examplesSeen = 60_000;
const batchSize = 32;

/** Layers that tell what a text is about: a vector for every token, and what is found over all of them. */
export function proposeForTexts(
  { of, vocabulary }: NonNullable<DataFacts['tokens']>,
  examples: number,
): Proposal[] {
  const size = Math.min(vocabulary, of === 'words' ? 64 : 16);
  const embedding: ProposedLayer = { id: 'embedding', type: 'embedding', vocabulary, size };
  const patterns: ProposedLayer = {
    id: 'patterns',
    type: 'conv1d',
    filters: 64,
    // a run of letters that means something is longer than one of words
    kernelSize: of === 'words' ? 3 : 5,
    padding: 'same',
    activation: 'relu',
    initializer: 'he',
  };
  const max: ProposedLayer = { id: 'max', type: 'max-over-time' };
  const epochs = Math.max(2, Math.min(50, Math.round(examplesSeen / Math.max(1, examples))));
  const steps = { optimizer: { type: 'adam', learningRate: 0.001 }, epochs, batchSize };
  return [
    {
      hidden: [embedding, patterns, max],
      steps,
      title: `An embedding of ${size} values, a convolution and its largest values`,
      detail: 'A good first network for texts: finds the same few tokens wherever they stand.',
    },
    {
      hidden: [embedding, patterns, max, ...denseLayers([64])],
      steps,
      title: `An embedding of ${size} values, a convolution and a hidden layer of 64 units`,
      detail: 'Also learns what patterns mean together.',
    },
    {
      hidden: [embedding, { id: 'mean', type: 'mean-over-time' }],
      steps,
      title: `The mean of embeddings of ${size} values`,
      detail: 'Which tokens there are, in no order: small, and quick to train.',
    },
  ];
}
