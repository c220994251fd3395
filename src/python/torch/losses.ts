import type { Fix } from '../../core/problem';
import type { Call } from '../ops/call';
import { pairShapes } from '../ops/elementwise';
import type { Entry, Family } from '../ops/entry';
import { broadcast } from '../shapes/broadcast';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim } from '../sizes/size';
import { unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { functional, layer, type Use } from './layer/layer';
import { append } from './layer/reports';
import { tensor, tensorIn } from './tensor/tensor';

/** One number, or with `reduction="none"` one for each. */
function reduced(use: Use, each: readonly Dim[] | undefined): Value {
  const reduction = use.setting('reduction');
  if (!reduction) return tensor([], 'float32');
  if (reduction.kind !== 'string' || reduction.value === undefined) return unknown;
  return reduction.value === 'none' ? tensor(each, 'float32') : tensor([], 'float32');
}

function tell(call: Call, message: string, fixes: readonly Fix[] = [], code = 'label-shape-mismatch'): void {
  call.report({
    code,
    message,
    fixes,
    related: [...call.operand('input').origins, ...call.operand('target').origins],
  });
}

function pairOf(call: Call): readonly [readonly Dim[] | undefined, readonly Dim[] | undefined] {
  return [tensorIn(call.args.input)?.shape, tensorIn(call.args.target)?.shape];
}

const said = (call: Call, input: readonly Dim[], target: readonly Dim[]) =>
  `${call.operand('input').words} is ${formatDims(input)} and ${call.operand('target').words} is ${formatDims(target)}`;

/** Scores (batch, classes, …) and a class for each: (batch, …). */
function classLoss(call: Call, use: Use, shares: boolean): Value {
  const [input, target] = pairOf(call);
  if (!input || !target) return reduced(use, target);
  const start = said(call, input, target);
  const dtype = tensorIn(call.args.target)?.dtype;
  const alike =
    input.length === target.length && !input.some((dim, i) => isDifferent(compareSizes(dim, target[i])));
  if (input.length === target.length && shares && (alike || dtype?.startsWith('float'))) {
    if (!alike) tell(call, `${start}: shares of classes need the shape of the scores.`);
    else if (dtype?.startsWith('int'))
      tell(
        call,
        `${start}: targets of the shape of the scores are shares of classes, which are no whole numbers. From one-hot rows take the classes: target.argmax(dim=1).`,
        append(call, 'target', '.argmax(dim=1)'),
      );
    return reduced(use, input.slice(0, 1));
  }
  if (input.length === 0) return unknown;
  const classes = input.length === 1 ? input[0] : input[1];
  const expected = input.length === 1 ? [] : [input[0], ...input.slice(2)];
  if (target.length !== expected.length) {
    const column = target.length === 2 && input.length === 2 && target[1] === 1;
    const coded = alike && input.length === 2;
    tell(
      call,
      `${start}: with scores for ${formatDim(classes)} classes the targets are one whole number for each example, of shape ${formatDims(expected)}.${column ? ' Take the column: target.squeeze(1).' : coded ? ' From one-hot rows take the classes: target.argmax(dim=1).' : ''}`,
      column ? append(call, 'target', '.squeeze(1)') : coded ? append(call, 'target', '.argmax(dim=1)') : [],
    );
    return reduced(use, expected);
  }
  const differ = expected.map((dim, i) => compareSizes(dim, target[i])).find(found => found === 'different');
  if (differ) {
    tell(call, `${start}: for each example there must be one target, of shape ${formatDims(expected)}.`);
  }
  return reduced(use, expected);
}

/** (m, 1) and (m,): the vector made a column. */
function columnFix(call: Call, input: readonly Dim[], target: readonly Dim[]): readonly Fix[] {
  const [column, vector, name] =
    input.length > target.length ? [input, target, 'target'] : [target, input, 'input'];
  const fits = column.length === 2 && vector.length === 1 && column[1] === 1;
  return fits && compareSizes(column[0], vector[0]) === 'same' ? append(call, name, '.unsqueeze(1)') : [];
}

/** Losses that compare value with value; those that would broadcast are hardly meant. */
function pairLoss(call: Call, use: Use): Value {
  const [input, target] = pairOf(call);
  if (!input || !target) return reduced(use, undefined);
  const { clash } = broadcast(input, target);
  if (clash) {
    pairShapes(call, input, target, ['input', 'target']);
    return reduced(use, undefined);
  }
  const differ =
    input.length !== target.length || input.some((dim, i) => compareSizes(dim, target[i]) === 'different');
  // a loss of one value and one target is the same either way
  const single = [...input, ...target].every(dim => dim === 1);
  if (differ && !single) {
    tell(
      call,
      `${said(call, input, target)}: they broadcast, so ${call.written} compares every value of one with every value of the other. Give both the same shape.`,
      columnFix(call, input, target),
      'suspicious-broadcast',
    );
  }
  return reduced(use, input);
}

/** Losses that take one shape only. */
function sameLoss(call: Call, use: Use): Value {
  const [input, target] = pairOf(call);
  if (!input || !target) return reduced(use, input);
  const differ =
    input.length !== target.length || input.some((dim, i) => compareSizes(dim, target[i]) === 'different');
  if (differ) {
    const message = `${said(call, input, target)}: ${call.written} needs both to have the same shape.`;
    tell(call, message, columnFix(call, input, target));
  }
  return reduced(use, input);
}

type Rule = (call: Call, use: Use) => Value;
const old = 'size_average=None, reduce=None, reduction="mean"';

function loss(layerName: string, functionName: string, settings: string, rule: Rule): readonly Entry[] {
  const all = settings ? `${settings}, ${old}` : old;
  return [
    layer({ names: [layerName], parameters: `${all}, **extra`, callParameters: 'input, target', rule }),
    functional([functionName], `input, target, ${all}, **extra`, rule),
  ];
}

export const losses: Family = {
  title: 'Losses',
  about: 'What predictions and targets each loss takes.',
  entries: [
    layer({
      names: ['CrossEntropyLoss'],
      parameters:
        'weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean", label_smoothing=0.0',
      callParameters: 'input, target',
      rule: (call, use) => classLoss(call, use, true),
    }),
    functional(
      ['cross_entropy'],
      'input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean", label_smoothing=0.0',
      (call, use) => classLoss(call, use, true),
    ),
    layer({
      names: ['NLLLoss', 'NLLLoss2d'],
      parameters: 'weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"',
      callParameters: 'input, target',
      rule: (call, use) => classLoss(call, use, false),
    }),
    functional(
      ['nll_loss'],
      'input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"',
      (call, use) => classLoss(call, use, false),
    ),
    ...loss('MSELoss', 'mse_loss', '', pairLoss),
    ...loss('L1Loss', 'l1_loss', '', pairLoss),
    ...loss('SmoothL1Loss', 'smooth_l1_loss', '', pairLoss),
    ...loss('HuberLoss', 'huber_loss', '', pairLoss),
    ...loss('BCELoss', 'binary_cross_entropy', 'weight=None', sameLoss),
    ...loss('BCEWithLogitsLoss', 'binary_cross_entropy_with_logits', 'weight=None', sameLoss),
  ],
};
