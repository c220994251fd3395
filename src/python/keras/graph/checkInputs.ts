import type { Fix } from '../../../core/problem';
import type { Call } from '../../ops/call';
import { appended } from '../../ops/fixes';
import { type Dim, formatDim } from '../../sizes/size';
import { type ArrayValue, type InstanceValue, itemsOf, listState, type Value } from '../../values/value';
import { formatDims } from '../../values/words';
import { adjusted, type Misfit, misfit } from './fitting';
import { isForOldKeras } from './oldNames';
import { spanOf } from './places';
import { layersOf } from './sequence';

/**
 * Whether data can be given to a model with these inputs; reports where not. `parameter` is the argument that holds
 * the data.
 */
export function checkInputs(
  call: Call,
  model: InstanceValue,
  inputs: Value,
  data: Value,
  parameter: string,
): boolean {
  const wanted = several(inputs) ?? (inputs.kind === 'array' ? [inputs] : undefined);
  const given = several(data) ?? (data.kind === 'array' ? [data] : undefined);
  if (!wanted || !given) return true;
  if (wanted.length !== given.length) {
    const { words, span } = call.operand(parameter);
    call.report({
      code: 'input-shape-mismatch',
      span,
      message: `The model has ${count(wanted.length, 'input')}, but ${words} is ${data.kind === 'array' ? 'one array' : `a list of ${count(given.length, 'array')}`}.`,
    });
    return false;
  }
  return wanted.every((input, i) => {
    const [one, array] = [input, given[i]!];
    if (one.kind !== 'array' || array.kind !== 'array' || !one.shape || !array.shape) return true;
    const found = misfit(array.shape, one.shape);
    if (!found) {
      if (given.length === 1) warnOfAxis(call, array.shape, one.shape, parameter);
      return true;
    }
    report(call, model, one, array, found, parameter, given.length > 1 ? i : undefined);
    return false;
  });
}

/** Old versions don't put in the axis of 1 that lacks at the end. */
function warnOfAxis(call: Call, data: readonly Dim[], input: readonly Dim[], parameter: string): void {
  if (!isForOldKeras(call) || parameter === 'inputs') return;
  if (data.length < 2 || data.length !== input.length - 1) return;
  const operand = call.operand(parameter);
  call.report({
    code: 'input-shape-mismatch',
    severity: 'warning',
    span: operand.span,
    message: `${operand.words} is ${formatDims(data)}, but the model takes ${formatDims(input)}: old versions of Keras, whose names this program uses, want the axis of 1 at the end too.`,
    related: operand.origins,
    fixes: operand.source === '' ? [] : [appended(operand, '[..., None]')],
  });
}

/** The arrays of a list of arrays. */
export function several(value: Value): readonly Value[] | undefined {
  const items = value.kind === 'list' || value.kind === 'tuple' ? itemsOf(value) : undefined;
  return items && items.length > 0 && items.every(item => item.kind === 'array') ? items : undefined;
}

function report(
  call: Call,
  model: InstanceValue,
  input: ArrayValue,
  data: ArrayValue,
  { axis, certainty }: Misfit,
  parameter: string,
  place: number | undefined,
): void {
  const [shape, wanted] = [data.shape!, input.shape!];
  const { words, span, origins } = call.operand(parameter);
  const first = words.startsWith('the argument') ? `T${words.slice(1)}` : words;
  const what = place === undefined ? first : `Array ${place + 1} of ${words}`;
  const example = shape.slice(1);
  const fits = misfit([undefined, ...shape], wanted) === undefined;
  const flat = adjusted(shape, wanted);
  call.report({
    code: 'input-shape-mismatch',
    certainty,
    span,
    message: `${what} is ${formatDims(shape)}, but the model takes ${formatDims(wanted)}${
      axis === undefined
        ? `: ${count(wanted.length, 'size')} with the number of examples, not ${shape.length}.`
        : `: ${formatDim(wanted[axis])} and ${formatDim(flat[axis])} differ.`
    }${fits ? ` A single example needs the axis of examples too: ${words}[None].` : ''}`,
    related: [...origins, ...inputPlace(model, input, wanted)],
    fixes: fits && place === undefined ? rowFix(span, words) : inputFix(model, example),
  });
}

function rowFix(span: { start: number; end: number }, words: string): Fix[] {
  if (!/^[\w.]+$/.test(words)) return [];
  return [{ title: `Change to ${words}[None]`, edits: [{ offset: span.end, length: 0, text: '[None]' }] }];
}

function firstLayer(model: InstanceValue): InstanceValue | undefined {
  const layers = layersOf(model);
  const first = layers && listState(layers).items?.[0];
  return first?.kind === 'instance' ? first : undefined;
}

function inputPlace(model: InstanceValue, { origin }: ArrayValue, wanted: readonly Dim[]) {
  const first = firstLayer(model);
  const span =
    origin?.span ??
    (first && (spanOf(first, 'input_shape') ?? spanOf(first, 'input_dim') ?? spanOf(first, '')));
  return span ? [{ message: `the model's input is ${formatDims(wanted)}`, span }] : [];
}

/** The shape of the data in place of the one that the first layer is given. */
function inputFix(model: InstanceValue, example: readonly Dim[]): Fix[] {
  const first = firstLayer(model);
  if (!first || example.length === 0 || example.some(dim => typeof dim !== 'number')) return [];
  const [shape, size] = [spanOf(first, 'input_shape'), spanOf(first, 'input_dim')];
  const change = (span: { start: number; end: number }, name: string, text: string): Fix[] => [
    {
      title: `Change ${name} to ${text}`,
      edits: [{ offset: span.start, length: span.end - span.start, text }],
    },
  ];
  if (shape) return change(shape, 'input_shape', formatDims(example));
  const length = spanOf(first, 'input_length');
  if (example.length !== 1) return [];
  const [only] = example;
  // the first size of an embedding's input is how many words it knows
  if (/\.Embedding$/.test(first.of.name))
    return length ? change(length, 'input_length', formatDim(only)) : [];
  return size && !length ? change(size, 'input_dim', formatDim(only)) : [];
}

function count(n: number, what: string): string {
  return n === 1 ? `one ${what}` : `${n} ${what}s`;
}
