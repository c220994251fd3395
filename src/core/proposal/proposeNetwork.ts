import type { DataFacts } from '../network/dataReport';
import { type HiddenLayers, inputSize } from './proposeHidden';

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

interface Output {
  readonly units: number;
  readonly activation: string;
  readonly loss: string;
}

/** One sigmoid for two classes, softmax for more, a linear unit for each number. */
function proposeOutput(facts: DataFacts | undefined): Output {
  const { n = 1, classes, binary = true, oneHot = false } = facts?.targets ?? {};
  const count = oneHot ? n : (classes?.length ?? 2);
  if (facts && !oneHot && !classes && !binary) {
    return { units: n, activation: 'linear', loss: 'mean-squared-error' };
  }
  if (!oneHot && n > 1) return { units: n, activation: 'sigmoid', loss: 'binary-cross-entropy' };
  if (count <= 2 && !oneHot) return { units: 1, activation: 'sigmoid', loss: 'binary-cross-entropy' };
  return { units: count, activation: 'softmax', loss: 'categorical-cross-entropy' };
}

/** Many inputs add up to large sums, so the steps must be small; a step over many pictures takes long, so few are taken at once. */
function proposeSteps(m: number, n: number, hidden: HiddenLayers): Readonly<Record<string, unknown>> {
  const optimizer = { type: 'adam', learningRate: m <= fullBatchLimit && n <= 256 ? 0.01 : 0.001 };
  if (m > fullBatchLimit) return { optimizer, epochs: m > 20_000 ? 5 : 20, batchSize: 64 };
  return hidden.some(({ type }) => type === 'conv2d')
    ? { optimizer: { ...optimizer, learningRate: 0.001 }, epochs: 50, batchSize: 16 }
    : { optimizer, iterations: 1000, batchSize: 'all' };
}

/** One layer a line, as a person would write it. */
function networkText({
  name,
  data,
  layers,
  training,
}: {
  readonly name: string;
  readonly data: unknown;
  readonly layers: readonly unknown[];
  readonly training: Readonly<Record<string, unknown>>;
}): string {
  const settings = Object.entries(training).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${oneLine(value)}`,
  );
  return `{
  "name": ${JSON.stringify(name)},
  "data": ${oneLine(data)},
  "layers": [
${layers.map(layer => `    ${oneLine(layer)}`).join(',\n')}
  ],
  "training": {
${settings.join(',\n')}
  }
}
`;
}

/** `{ "id": "input", "type": "input" }`. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return members.length ? `{ ${members.join(', ')} }` : '{}';
}
