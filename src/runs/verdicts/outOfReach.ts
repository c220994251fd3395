import { activationOf } from '../../core/activations';
import { comparedTargets } from '../../core/network/comparedTargets';
import { numberText } from '../figures/numberText';
import type { Judge } from './verdict';

/** The outputs can't become what most of the targets are. */
export const outOfReach: Judge = ({ snapshot, facts }) => {
  const network = snapshot.network!;
  const problem = snapshot.problems.find(({ code }) => code === 'output-range');
  const output = problem && network.layers.find(({ id }) => id === problem.layer);
  const activation = output?.fields?.activation;
  const targets = comparedTargets({ network, data: facts && { facts, faults: [], files: [] } });
  if (!output || !problem.field || typeof activation !== 'string' || !targets) return undefined;
  const [low, high] = activationOf(activation).range;
  const gives =
    high === Number.POSITIVE_INFINITY
      ? `nothing below ${numberText(low)}`
      : `only ${numberText(low)} to ${numberText(high)}`;
  return {
    code: 'out-of-reach',
    message: `The targets run ${targets.words}, but ${activation} gives ${gives}, so the predictions can’t reach them all.`,
    fix: {
      title: 'Use a Linear Output',
      edits: [{ kind: 'set-field', id: output.id, field: 'activation', value: 'linear' }],
    },
  };
};
