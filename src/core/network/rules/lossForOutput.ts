import { activationOf } from '../../activations';
import { lossOf } from '../../losses';
import type { TargetFacts } from '../dataReport';
import { isSound, type OutputKind, oneSigmoid, outputForTargets, softmaxOf } from '../outputForTargets';
import { type OutputLayer, outputEdits, outputLayer } from '../outputLayer';
import type { Finding, Rule } from './rule';

export const lossForOutput: Rule = {
  code: 'loss-for-output',
  severity: 'warning',
  why: 'A cross-entropy takes the logarithm of ŷ, so it needs probabilities: one sigmoid for two classes, a softmax for several. With another output its values are outside (0, 1), or its gradient isn’t that of the notes.',
  examples: [
    {
      bad: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "relu" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      good: `{
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
    },
  ],

  check(context) {
    const output = outputLayer(context);
    const { training } = context.network;
    if (!output || !training || (output.activation === 'softmax' && output.units === 1)) return;
    const loss = lossOf(training.loss);
    if (loss.suits.includes(output.activation)) return;
    const [low, high] = activationOf(output.activation).range;
    const outside = low < 0 || high > 1;
    const present = { units: output.units, activation: output.activation, loss: training.loss };
    const ways = waysOut(present, context.data?.facts?.targets);
    context.report({
      layer: output.layer,
      field: 'activation',
      severity: outside ? 'error' : 'warning',
      message: `${loss.title} needs the output of ${loss.suits[0]}, but "${output.layer.id}" gives ${output.activation}${outside ? `, whose values run from ${number(low)} to ${number(high)}` : ''}. ${advice(present, ways)}`,
      related: [],
      fixes: ways
        .filter(way => output.sized || way.units === present.units)
        .map(way => fixOf(output, present, way)),
    });
  },
};

/** What numbers are learnt with first; the sum of the l1 and l2 losses grows with the batch. */
const lossOfNumbers = 'mean-squared-error';

/** The nearest ends of a network that leave nothing to complain of, best first: two at most. */
function waysOut(present: OutputKind, targets: TargetFacts | undefined): OutputKind[] {
  const { units, activation } = present;
  const otherActivation = { ...present, activation: lossOf(present.loss).suits[0]! };
  const otherLoss =
    activation === 'softmax'
      ? softmaxOf(units)
      : { ...present, loss: activation === 'sigmoid' ? oneSigmoid.loss : lossOfNumbers };
  // who wrote softmax or sigmoid meant classes: then it is the loss that is wrong
  const meant = activation === 'softmax' || activation === 'sigmoid';
  const near = meant ? [otherLoss, otherActivation] : [otherActivation, otherLoss];
  // two softmax units and one sigmoid unit are two ways to say one thing, but two sigmoid units another
  const ways = activation === 'softmax' && units === 2 ? [otherLoss, oneSigmoid, otherActivation] : near;
  const sound = ways.filter(way => isSound(way, targets)).slice(0, 2);
  if (sound.length > 0) return sound;
  return [targets ? outputForTargets(targets) : units === 1 ? oneSigmoid : softmaxOf(units)];
}

function advice(present: OutputKind, ways: readonly OutputKind[]): string {
  const words = ways.map(way => {
    if (changes(present, way) > 1) return `use ${endOf(way)}`;
    return way.loss === present.loss
      ? `change the activation to ${way.activation}`
      : `change the loss to ${way.loss}`;
  });
  const text = words.join(', or ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function fixOf(
  output: OutputLayer,
  present: OutputKind,
  way: OutputKind,
): NonNullable<Finding['fixes']>[number] {
  const edits = outputEdits(output, way);
  if (changes(present, way) > 1) return { title: `Use ${endOf(way)}`, edits };
  return way.loss === present.loss
    ? {
        title: `Change "activation" to "${way.activation}"`,
        edits: edits.filter(edit => edit.kind === 'set-field' && edit.field === 'activation'),
      }
    : { title: `Change "loss" to "${way.loss}"`, edits: edits.filter(({ kind }) => kind === 'set-value') };
}

const endOf = ({ units, activation, loss }: OutputKind) => `${units} × ${activation} with ${loss}`;

const changes = (a: OutputKind, b: OutputKind) =>
  Number(a.units !== b.units) + Number(a.activation !== b.activation) + Number(a.loss !== b.loss);

function number(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  return value === Number.NEGATIVE_INFINITY ? '−∞' : String(value);
}
