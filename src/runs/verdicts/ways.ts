import type { Outcome, Way } from './verdict';

/** What was known beforehand to be in the way of learning, best first: inputs, then targets, of another scale. */
export function wayToScale({ snapshot }: Pick<Outcome, 'snapshot'>): Way | undefined {
  const said = new Set(snapshot.problems.map(({ code }) => code));
  return scales.find(({ code }) => said.has(code))?.way;
}

const scales: readonly { readonly code: string; readonly way: Way }[] = [
  { code: 'input-scale', way: setting('Standardise the Inputs', ['data', 'standardise'], true) },
  { code: 'unscaled-pixels', way: setting('Divide the Inputs by 255', ['data', 'scale'], 255) },
  { code: 'target-scale', way: setting('Standardise the Target', ['data', 'standardiseTarget'], true) },
];

/** A tenth of the learning rate. */
export function wayToSlowDown({ snapshot }: Pick<Outcome, 'snapshot'>): Way | undefined {
  const { network } = snapshot;
  const rate = Number(network?.training?.optimizer.learningRate);
  if (!network?.span('training.optimizer') || !(rate > 0)) return undefined;
  const lower = Number((rate / 10).toPrecision(6));
  const { type } = network.training!.optimizer;
  // the optimizer may be written as its name alone
  return network.span('training.optimizer.type')
    ? setting(`Lower the Learning Rate to ${lower}`, ['training', 'optimizer', 'learningRate'], lower)
    : setting(`Lower the Learning Rate to ${lower}`, ['training', 'optimizer'], {
        type,
        learningRate: lower,
      });
}

/** Four times the patience. */
export function wayToWait({ stop }: Pick<Outcome, 'stop'>): Way | undefined {
  if (stop?.kind !== 'patience') return undefined;
  const longer = 4 * stop.patience;
  return setting(`Wait for ${longer} Evaluations`, ['training', 'stop', 'patience'], longer);
}

function setting(title: string, path: readonly string[], value: unknown): Way {
  return { title, edits: [{ kind: 'set-value', path, value }] };
}
