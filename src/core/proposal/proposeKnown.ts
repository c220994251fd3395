import type { DataFacts } from '../network/dataReport';
import type { Fit } from './fitKnown';
import type { KnownNetwork, Picture } from './known/knownNetwork';
import { networkText } from './networkText';

type Fitting = Extract<Fit, { kind: 'fits' }>;

/** From how many examples on an epoch is long. */
const many = 1000;
const veryMany = 20_000;

/** The text of a known network, fitted to data; with the size of its input where nothing is known of them. */
export function proposeKnown(
  name: string,
  known: KnownNetwork,
  { picture, output, changes, warning }: Fitting,
  data: Readonly<Record<string, unknown>> | undefined,
  facts: DataFacts | undefined,
): string {
  const { height, width, channels } = picture;
  const input = { id: 'input', type: 'input', ...(!facts && { shape: [height, width, channels] }) };
  const m = facts?.examples.train ?? many;
  return networkText({
    name,
    comments: [...comments(known, changes), ...(warning ? [warning] : [])],
    data: data && (known.answers === 'its-input' ? { ...data, reconstruct: true } : data),
    layers: [input, ...known.layers(picture, output)],
    training: {
      loss: output.loss,
      optimizer: { type: 'adam', learningRate: known.learningRate ?? 0.001 },
      epochs: m > veryMany ? 5 : m > many ? 20 : 50,
      batchSize: batchSizeFor(picture),
      seed: 1,
    },
  });
}

/** The larger the pictures, the fewer at once: batch norm has to hold all of a batch in memory. */
function batchSizeFor({ height, width }: Picture): number {
  const affordable = (8 * 224 * 224) / (height * width);
  return 2 ** Math.max(1, Math.min(5, Math.floor(Math.log2(affordable))));
}

function comments({ title, source, published }: KnownNetwork, changes: readonly string[]): string[] {
  const { picture, units, parameters, as } = published;
  const size = `${picture.height} × ${picture.width} × ${picture.channels}`;
  const count = parameters.toLocaleString('en-US');
  return [
    `${title}: ${source}.`,
    `${as ? `As ${as} has it, with` : 'With'} pictures of ${size} and ${units.toLocaleString('en-US')} ${units === 1 ? 'output' : 'outputs'} it has ${count} parameters.`,
    ...(changes.length > 0 ? [`Fitted to the data: ${changes.join('; ')}.`] : []),
  ];
}
