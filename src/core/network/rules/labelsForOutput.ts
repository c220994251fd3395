import { lossOf } from '../../losses';
import type { TargetFacts } from '../dataReport';
import type { LayerNode } from '../network';
import { fitsTargets, isSound, outputForTargets } from '../outputForTargets';
import { type OutputLayer, outputEdits, outputLayer } from '../outputLayer';
import type { Finding, Rule, RuleContext } from './rule';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

const ofSeries = (before: string) => `{
  "data": { "train": { "x": "series.npy", "y": "kinds.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "memory", "type": "gru", "units": 8, "returnSequences": true },${before}
    { "id": "output", "type": "dense", "units": 10, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`;

export const labelsForOutput: Rule = {
  code: 'labels-for-output',
  severity: 'error',
  why: 'Each output is compared with a label. Two classes take one sigmoid unit, C classes take C softmax units, numbers take a linear unit for each.',
  examples: [
    {
      bad: `{
  "data": { "train": { "x": "images.npy", "y": "digits.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": { "loss": "binary-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      good: `{
  "data": { "train": { "x": "images.npy", "y": "digits.npy" } },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 10, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "sgd", "iterations": 100 }
}
`,
      data: {
        facts: {
          inputShape: [64],
          examples: { train: 1000, test: 200 },
          targets: { n: 1, classes: digits, binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      bad: `{
  "data": { "file": "iris.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 4, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`,
      good: `{
  "data": { "file": "iris.csv", "target": "species" },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "output", "type": "dense", "units": 3, "activation": "softmax" }
  ],
  "training": { "loss": "categorical-cross-entropy", "optimizer": "adam", "iterations": 100 }
}
`,
      data: {
        facts: {
          inputShape: [4],
          examples: { train: 120, test: 30 },
          targets: { n: 1, classes: ['setosa', 'versicolor', 'virginica'], binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
    {
      bad: ofSeries(''),
      good: ofSeries('\n    { "id": "last", "type": "last-step" },'),
      data: {
        facts: {
          inputShape: [20, 3],
          examples: { train: 1000, test: 200 },
          targets: { n: 1, classes: digits, binary: false, oneHot: false },
          choices: [],
        },
        faults: [],
        files: [],
      },
    },
  ],

  check(context) {
    const output = outputLayer(context);
    const { network, data, report } = context;
    const targets = data?.facts?.targets;
    if (!output || !targets || !network.training) return;
    const { encoding } = lossOf(network.training.loss);
    // one row a class at each step: an array of T × C values, which is what comes out
    if (output.steps !== undefined && targets.n === output.steps * output.units) return;
    if (output.steps !== targets.steps) {
      context.report(stepsFault(output, targets, context));
      return;
    }
    if (fitsTargets(targets, output.units, encoding)) return;
    const wanted = outputForTargets(targets);
    const { activation } = output;
    const { loss } = network.training;
    const unitsOnly = isSound({ units: wanted.units, activation, loss }, targets);
    const classes = loss === 'mean-squared-error' ? undefined : likelyClasses(targets);
    const endFix = (sized: LayerNode) =>
      unitsOnly
        ? {
            title: `Change "units" to ${wanted.units}`,
            edits: [{ kind: 'set-field' as const, id: sized.id, field: 'units', value: wanted.units }],
          }
        : {
            title: `Use ${wanted.units} × ${wanted.activation} with ${wanted.loss}`,
            edits: outputEdits(output, wanted),
          };
    report({
      layer: output.sized ?? output.layer,
      ...(output.sized && { field: 'units' }),
      message: `The labels are ${labels(targets)}, but "${output.layer.id}" has ${output.units === 1 ? 'one unit' : `${output.units} units`} with ${activation} and the loss ${loss}. Use ${wanted.units === 1 ? 'one unit' : `${wanted.units} units`}${unitsOnly ? '' : ` with ${wanted.activation} and ${wanted.loss}`}.${classes ? ` ${classes.sentence}` : ''}`,
      fixes: [...(classes ? [classes.fix] : []), ...(output.sized ? [endFix(output.sized)] : [])],
    });
  },
};

/** Where the output has steps and the labels haven't, or the other way round, or others. */
function stepsFault(
  { layer, steps, sized }: OutputLayer,
  targets: TargetFacts,
  { network, graph }: RuleContext,
): Finding {
  const ofText = network.data && 'text' in network.data;
  const setEvery = (value: true | undefined, title: string) => ({
    title,
    edits: [{ kind: 'set-value' as const, path: ['data', 'everyStep'], value }],
  });
  if (targets.steps === undefined) {
    const end = sized ?? layer;
    const from = graph.byId.get(end.inputs[0] ?? '');
    return {
      layer,
      message: `There is one label for each example, but "${layer.id}" gives one at each of its ${steps} steps. Put a "last-step" before it${ofText ? ', or let every step say the next token ("everyStep": true under data)' : ''}.`,
      fixes: [
        ...(ofText ? [setEvery(true, 'Learn the next token at every step')] : []),
        ...(from
          ? [
              {
                title: 'Insert a last-step layer',
                edits: [{ kind: 'insert-layer' as const, type: 'last-step', from: from.id, to: end.id }],
              },
            ]
          : []),
      ],
    };
  }
  return {
    layer,
    message:
      steps === undefined
        ? `There is a label at each of ${targets.steps} steps, but "${layer.id}" gives one for the whole example. Let the layers before it keep their steps, or learn the token behind the last one alone.`
        : `There is a label at each of ${targets.steps} steps, but "${layer.id}" gives ${steps} steps. Layers before it change how many there are.`,
    fixes: ofText ? [setEvery(undefined, 'Learn the token behind the last one alone')] : [],
  };
}

/** Whole numbers that come again may be classes, however many there are: then the column has to say so. */
function likelyClasses({ wholeNumbers }: TargetFacts) {
  if (!wholeNumbers) return undefined;
  const { column, different } = wholeNumbers;
  const value = 'one-hot';
  return {
    sentence: `If the ${different} different whole numbers of ${column} are classes, say ${JSON.stringify(column)}: "${value}" under columns.`,
    fix: {
      title: `Read ${column} as ${different} classes`,
      edits: [{ kind: 'set-value', path: ['data', 'columns', column], value } as const],
    },
  };
}

function labels({ n, classes, binary, oneHot }: TargetFacts): string {
  if (classes?.length === 1) return `one class (${classes[0]})`;
  if (classes) {
    const names = classes.length <= 4 ? classes.join(', ') : `${classes[0]} … ${classes.at(-1)}`;
    return `${classes.length} classes (${names})`;
  }
  if (oneHot) return `${n} classes, one row each`;
  if (binary) return n === 1 ? '0 or 1' : `${n} values of 0 or 1`;
  return n === 1 ? 'numbers' : `${n} numbers an example`;
}
