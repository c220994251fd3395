import type { DataFacts } from '../network/dataReport';
import { networkText } from './networkText';
import type { HiddenLayers, Proposal } from './proposedLayer';
import { proposeOutput } from './proposeOutput';
import { proposeSteps } from './proposeSteps';
import { proposeTarget } from './proposeTarget';

/**
 * The text of a network that fits the data: its input, hidden layers, an output and loss for its labels, and an
 * optimizer for its number of examples. `data` is written as it is, but that numbers of another scale are standardised.
 */
export function proposeNetwork(
  name: string,
  data: Readonly<Record<string, unknown>>,
  facts: DataFacts | undefined,
  hidden: HiddenLayers,
  { data: more, steps, groups }: Pick<Proposal, 'data' | 'steps' | 'groups'> = {},
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
    ...(steps ?? proposeSteps(facts, hidden)),
    seed: 1,
  };
  return networkText({
    name,
    data: { ...data, ...more, ...proposeTarget(facts) },
    layers,
    training,
    ...(groups ? { view: { groups } } : {}),
  });
}
