import type { Fix } from '../../../core/problem';
import type { Call } from '../../ops/call';
import { broadcast } from '../../shapes/broadcast';
import { type Comparison, compareSizes, isDifferent } from '../../sizes/compareSizes';
import { type Dim, formatDim, isNumber, product } from '../../sizes/size';
import { type InstanceValue, itemsOf, listState } from '../../values/value';
import { formatDims } from '../../values/words';
import { type LossRule, lossOf } from './lossNames';
import { spanOf } from './places';
import { layersOf } from './sequence';

interface Fault {
  readonly certainty: Comparison;
  /** What the loss asks for. */
  readonly asks: string;
  readonly warns?: boolean;
}

/** Labels (m,) are (m, 1), and an axis of 1 at the end is put in or taken out where the loss needs it. */
function aligned(labels: readonly Dim[], output: readonly Dim[]): readonly Dim[] {
  if (labels.length === output.length - 1 && output.at(-1) === 1) return [...labels, 1];
  if (labels.length === 1 && output.length > 1) return [...labels, 1];
  return labels.length === output.length + 1 && labels.at(-1) === 1 ? labels.slice(0, -1) : labels;
}

function unequal(labels: readonly Dim[], output: readonly Dim[]): Comparison | undefined {
  const given = aligned(labels, output);
  if (given.length !== output.length) return 'different';
  const compared = given.map((dim, i) => (i === 0 ? 'same' : compareSizes(dim, output[i])));
  return compared.find(found => found === 'different') ?? compared.find(isDifferent);
}

function faultOf(rule: LossRule, labels: readonly Dim[], output: readonly Dim[]): Fault | undefined {
  if (rule === 'class numbers') {
    // one number for each vector of class scores, however they are arranged
    const [asked, given] = [product(output.slice(1, -1)), product(labels.slice(1))];
    const certainty = compareSizes(asked, given);
    if (!isDifferent(certainty)) return undefined;
    return {
      certainty,
      asks:
        output.length === 2
          ? 'one class number for each example'
          : `one class number for each row of scores, ${formatDims(output.slice(0, -1))}`,
    };
  }
  const certainty = unequal(labels, output);
  if (!certainty || certainty === 'same' || certainty === 'unknown') return undefined;
  if (rule === 'one column a class')
    return { certainty, asks: `one column for each class, as the output has, ${formatDims(output)}` };
  const asks = `labels of the output's shape, ${formatDims(output)}`;
  if (rule === 'as the output') return { certainty, asks };
  // newer versions broadcast such labels to the output, older ones refuse them
  const given = aligned(labels, output);
  const some = given.length === output.length ? broadcast(given.slice(1), output.slice(1)) : undefined;
  return { certainty, asks, warns: given.length !== output.length || !some?.clash };
}

/** The loss of an output: a list has one for each. */
function lossFor(model: InstanceValue, place: number | undefined) {
  const loss = model.attributes.get(' loss');
  const items = loss?.kind === 'list' ? itemsOf(loss) : undefined;
  return lossOf(items && place !== undefined ? items[place] : loss);
}

/**
 * Checks labels against a model's output and its loss. `place` is the output's among several; `labels` are then that
 * of an argument's list.
 */
export function checkLabels(
  call: Call,
  model: InstanceValue,
  labels: readonly Dim[],
  output: readonly Dim[],
  parameter: string,
  place?: number,
): void {
  const loss = lossFor(model, place);
  if (!loss || labels.length === 0 || output.length === 0) return;
  const fault = faultOf(loss.rule, labels, output);
  if (!fault) return;
  const { words: written, span, origins } = call.operand(parameter);
  const words = place === undefined ? written : `Array ${place + 1} of ${written}`;
  const last = place === undefined ? lastLayer(model) : undefined;
  const made = last && spanOf(last, '');
  const compiled = spanOf(model, 'loss');
  const flat = output.length > 2 && labels.length <= 2;
  call.report({
    code: flat ? 'missing-flatten' : 'label-shape-mismatch',
    span,
    certainty: fault.certainty,
    ...(fault.warns && { severity: 'warning' as const }),
    message: flat
      ? `The model's output is ${formatDims(output)}, but the labels ${words} are ${formatDims(labels)}: ${loss.name} needs ${fault.asks}. A layer such as Flatten before the last layer would give one row an example.`
      : `${words} is ${formatDims(labels)}, but ${loss.name} needs ${fault.asks}.${advice(loss.rule, labels, output)}`,
    related: [
      ...origins,
      ...(made ? [{ message: `the last layer gives ${formatDims(output)}`, span: made }] : []),
      ...(compiled ? [{ message: `the loss is ${loss.name}`, span: compiled }] : []),
    ],
    fixes: [
      ...(flat ? flattenFix(last) : []),
      ...(flat || place !== undefined ? [] : lossFix(call, model, loss.rule, labels, output, parameter)),
      ...(flat || loss.rule === 'class numbers' ? [] : unitsFix(last, labels, loss.rule)),
    ],
  });
}

function advice(rule: LossRule, labels: readonly Dim[], output: readonly Dim[]): string {
  const numbers = labels.length === 1 || (labels.length === 2 && labels[1] === 1);
  if (rule === 'one column a class' && numbers)
    return ' Make columns of class numbers with to_categorical, or take the loss sparse_categorical_crossentropy.';
  if (rule === 'class numbers' && labels.length === output.length)
    return ' For labels with a column for each class, take the loss categorical_crossentropy.';
  const columns = labels.at(-1);
  if (labels.length === output.length && isNumber(columns) && columns > 1)
    return ` The last layer would need ${formatDim(columns)} units.`;
  if (rule !== 'one column a class' && numbers) return ' The last layer would need one unit.';
  return '';
}

function lastLayer(model: InstanceValue): InstanceValue | undefined {
  const layers = layersOf(model);
  const items = layers && listState(layers).items;
  for (const item of items?.toReversed() ?? []) {
    if (item.kind !== 'instance') return undefined;
    // an activation after it changes nothing
    if (!/\.(Activation|Softmax|Dropout)$/.test(item.of.name)) return item;
  }
  return undefined;
}

function lossFix(
  call: Call,
  model: InstanceValue,
  rule: LossRule,
  labels: readonly Dim[],
  output: readonly Dim[],
  parameter: string,
): Fix[] {
  const loss = model.attributes.get(' loss');
  const span = spanOf(model, 'loss');
  const numbers = labels.length === 1 || (labels.length === 2 && labels[1] === 1);
  const fixes: Fix[] = [];
  const take = (name: string) => {
    if (!span || loss?.kind !== 'string' || loss.value === undefined) return;
    fixes.push({
      title: `Take the loss ${name}`,
      edits: [{ offset: span.start, length: span.end - span.start, text: `'${name}'` }],
    });
  };
  if (rule === 'one column a class' && numbers && output.length === 2) {
    take('sparse_categorical_crossentropy');
    const { span: place, source } = call.operand(parameter);
    if (source !== '' && labels.length === 1)
      fixes.push({
        title: `Change to to_categorical(${source})`,
        edits: [
          { offset: place.start, length: 0, text: 'to_categorical(' },
          { offset: place.end, length: 0, text: ')' },
        ],
      });
  }
  if (rule === 'class numbers' && labels.length === output.length) take('categorical_crossentropy');
  return fixes;
}

function unitsFix(last: InstanceValue | undefined, labels: readonly Dim[], rule: LossRule): Fix[] {
  const span = last && spanOf(last, 'units');
  const columns = labels.length === 1 ? 1 : labels.at(-1);
  if (!span || !isNumber(columns) || labels.length > 2) return [];
  // one unit of a softmax is always 1
  if (rule === 'one column a class' && columns === 1) return [];
  return [
    {
      title: `Change the last layer to ${columns === 1 ? 'one unit' : `${columns} units`}`,
      edits: [{ offset: span.start, length: span.end - span.start, text: String(columns) }],
    },
  ];
}

/** A line with Flatten before the one with the last layer, or an item before it in a list. */
function flattenFix(last: InstanceValue | undefined): Fix[] {
  const span = last && spanOf(last, '');
  const written = last?.attributes.get(' written');
  if (!span || written?.kind !== 'string' || written.value === undefined) return [];
  const flatten = `${written.value.replace(/(?<!\w)\w+$/, 'Flatten')}()`;
  const added = last?.attributes.get(' added by');
  const indentation = last?.attributes.get(' indentation');
  const text =
    added?.kind === 'string' && indentation?.kind === 'string'
      ? `${flatten})\n${indentation.value ?? ''}${added.value ?? ''}(`
      : `${flatten}, `;
  return [
    { title: `Add ${flatten} before the last layer`, edits: [{ offset: span.start, length: 0, text }] },
  ];
}
