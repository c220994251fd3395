import type { DataFacts } from '../network/dataReport';
import { networkText } from './networkText';
import { type HiddenLayers, inputSize } from './proposeHidden';
import { proposeOutput } from './proposeOutput';

/** Few examples are taken all at once, as in the first networks of a course. */
const fullBatchLimit = 1000;

/**
 * The text of a network that fits the data: its input, hidden layers, an output and loss for its labels, and an
 * optimizer for its number of examples. `data` is written as it is, but that numbers of another scale are standardised.
 */
export function proposeNetwork(
  name: string,
  data: Readonly<Record<string, unknown>>,
  facts: DataFacts | undefined,
  hidden: HiddenLayers,
): string {
  const output = proposeOutput(facts);
  const layers = [
    { id: 'input', type: 'input' },
    ...hidden,
    {
      id: 'output',
      type: 'dense',
      units: output.units,
      activation: output.activation,
      initializer: 'xavier',
    },
  ];
  const training = {
    loss: output.loss,
    ...proposeSteps(facts?.examples.train ?? fullBatchLimit, inputSize(facts), hidden),
    seed: 1,
  };
  return networkText({ name, data: { ...data, ...proposeTarget(facts) }, layers, training });
}

/** Numbers to predict from which on, or differing by less than which, a network learns faster if they are standardised. */
const large = 10;
const small = 0.1;

function proposeTarget(facts: DataFacts | undefined): { readonly standardiseTarget?: true } {
  const asks = facts?.targets.figures?.some(
    ({ mean, deviation }) => Math.hypot(mean, deviation) >= large || (deviation > 0 && deviation < small),
  );
  const isNumbers = !facts?.targets.classes && !facts?.targets.binary && !facts?.targets.oneHot;
  return asks && isNumbers ? { standardiseTarget: true } : {};
}

/** Many inputs add up to large sums, so the steps must be small; a step over many pictures takes long, so few are taken at once. */
function proposeSteps(m: number, n: number, hidden: HiddenLayers): Readonly<Record<string, unknown>> {
  const optimizer = { type: 'adam', learningRate: m <= fullBatchLimit && n <= 256 ? 0.01 : 0.001 };
  if (m > fullBatchLimit) return { optimizer, epochs: m > 20_000 ? 5 : 20, batchSize: 64 };
  return hidden.some(({ type }) => type === 'conv2d')
    ? { optimizer: { ...optimizer, learningRate: 0.001 }, epochs: 50, batchSize: 16 }
    : { optimizer, iterations: 1000, batchSize: 'all' };
}
