import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import { batchesOf } from '../ops/batches';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import { tensor, withBatch } from '../ops/tensor';
import { compareSizes, isDifferent } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import {
  type ArrayValue,
  type InstanceValue,
  itemsOf,
  list,
  listState,
  none,
  unknown,
  type Value,
} from '../values/value';
import { formatDims } from '../values/words';
import { checkInputs, several } from './graph/checkInputs';
import { checkLabels } from './graph/checkLabels';
import { misfit } from './graph/fitting';
import { rememberPlace } from './graph/places';
import { layersOf } from './graph/sequence';

/** Data as a model takes them: an array, or one for each of several inputs. */
function dataOf(value: Value | undefined): readonly ArrayValue[] | undefined {
  if (!value) return undefined;
  if (value.kind === 'array') return [value];
  const arrays = several(value);
  if (arrays) return arrays as readonly ArrayValue[];
  const numbers = value.kind === 'list' ? asArray(value, ndarray) : undefined;
  return numbers?.shape && numbers.shape.length > 0 && isPlain(value) ? [numbers] : undefined;
}

/** Whether a list holds numbers only, at any depth. */
function isPlain(value: Value, depth = 0): boolean {
  if (value.kind === 'int' || value.kind === 'float') return true;
  return depth < 6 && value.kind === 'list' && !!itemsOf(value)?.every(item => isPlain(item, depth + 1));
}

/**
 * A list of arrays is one for each input, however many there are: of examples it must be made one array. How many are in
 * it may be unknown where none of them could be all the data.
 */
function isListOfExamples(
  call: Call,
  model: InstanceValue,
  value: Value | undefined,
  parameter: string,
): boolean {
  const { attributes } = model;
  const input = attributes.get(' input') ?? attributes.get(' inputs');
  if (value?.kind !== 'list' || itemsOf(value) || input?.kind !== 'array' || !input.shape) return false;
  const { each } = listState(value);
  if (each.kind !== 'array' || !each.shape || each.shape.length === 0) return false;
  if (misfit(each.shape, input.shape)?.certainty !== 'different') return false;
  const { words, span, origins } = call.operand(parameter);
  call.report({
    code: 'input-shape-mismatch',
    span,
    message: `${words} is a list of arrays of ${formatDims(each.shape)}, which Keras takes for one array for each input. As one array of examples it would be np.array(${words}).`,
    related: origins,
  });
  return true;
}

/** Whether the user's class says itself what is done with data. */
function isOwnTraining(call: Call, model: InstanceValue): boolean {
  return ['train_step', 'test_step', 'compute_loss'].some(
    name => call.attribute(model, name).kind === 'function',
  );
}

/** What a model gives for data; reports where it can't take them. */
function outputOf(
  call: Call,
  model: InstanceValue,
  data: readonly ArrayValue[],
  parameter: string,
  written?: Value,
): Value {
  const { attributes } = model;
  const inputs = attributes.get(' input') ?? attributes.get(' inputs');
  // a list of one array is a list
  const given: Value = written && several(written) ? list(data) : data[0]!;
  if (inputs && inputs.kind !== 'none' && !checkInputs(call, model, inputs, given, parameter)) return unknown;
  const tensors = data.map(({ shape, dtype }) =>
    tensor(shape && withBatch(shape.length === 1 ? [shape[0], 1] : shape, undefined), dtype),
  );
  return call.invoke(model, [tensors.length === 1 ? tensors[0]! : list(tensors)]);
}

/** A stateful model takes batches of one size, so the examples must come out even. */
function checkStateful(call: Call, model: InstanceValue, examples: Dim, parameter: string): void {
  const input = model.attributes.get(' input');
  const batch = input?.kind === 'array' ? input.shape?.[0] : undefined;
  const layers = layersOf(model);
  const stateful = (layers && listState(layers).items)?.some(
    layer => layer.kind === 'instance' && flagArgument(layer.attributes.get('stateful'), false),
  );
  if (!stateful || !isNumber(batch) || !isNumber(examples) || examples % batch === 0) return;
  if (call.args.validation_split) return;
  const { words, span, origins } = call.operand(parameter);
  call.report({
    code: 'input-shape-mismatch',
    span,
    message: `${words} has ${examples} examples, but the model is stateful and takes ${batch} at a time: ${examples} isn't a multiple of ${batch}.`,
    related: origins,
  });
}

/** As many examples in the data as in the labels. */
function checkCounts(call: Call, data: Dim, labels: Dim, [x, y]: readonly [string, string]): boolean {
  const certainty = compareSizes(data, labels);
  if (!isDifferent(certainty)) return true;
  const [left, right] = [call.operand(x), call.operand(y)];
  call.report({
    code: 'label-shape-mismatch',
    certainty,
    span: right.span,
    message: `${left.words} has ${formatDim(data)} examples, but ${right.words} has ${formatDim(labels)}: each example needs its label.`,
    related: [...left.origins, ...right.origins],
  });
  return false;
}

/** Data and labels against the model and its loss. */
function check(
  call: Call,
  model: InstanceValue,
  x: Value | undefined,
  y: Value | undefined,
  names: readonly [string, string],
): void {
  const batches = batchesOf(x);
  if (isListOfExamples(call, model, x, names[0])) return;
  const data = batches ? [batches.x] : dataOf(x);
  if (!data || isOwnTraining(call, model)) return;
  const output = outputOf(call, model, data, names[0], x);
  if (!batches && output.kind !== 'unknown') checkStateful(call, model, data[0]!.shape?.[0], names[0]);
  const labels = batches ? batches.y && [batches.y] : dataOf(y);
  if (!labels) return;
  const [first, label] = [data[0]!, labels[0]!];
  if (!batches && first.shape && label.shape) {
    if (!checkCounts(call, first.shape[0], label.shape[0], names)) return;
  }
  const outputs = several(output) ?? [output];
  if (outputs.length !== labels.length) return;
  for (const [i, out] of outputs.entries()) {
    const given = labels[i]!;
    if (out.kind !== 'array' || !out.shape || !given.shape) continue;
    const parameter = batches ? names[0] : names[1];
    checkLabels(call, model, given.shape, out.shape, parameter, outputs.length > 1 ? i : undefined);
  }
}

function training(names: readonly string[], parameters: string): Entry {
  return {
    kind: 'function',
    names: names.map(name => `keras.Model.${name}`),
    parameters: `self, ${parameters}, **extra`,
    rule: call => {
      const { self, x, y, validation_data: other } = call.args;
      if (self?.kind !== 'instance') return unknown;
      check(call, self, x, y, ['x', 'y']);
      const held = other && (other.kind === 'tuple' || other.kind === 'list') ? itemsOf(other) : undefined;
      if (held && held.length >= 2)
        check(call, self, held[0], held[1], ['validation_data', 'validation_data']);
      else if (other && batchesOf(other))
        check(call, self, other, undefined, ['validation_data', 'validation_data']);
      return unknown;
    },
  };
}

export const trainingMethods: Family = {
  title: 'Training',
  about:
    '`fit`, `evaluate` and `predict` against the model’s input, and labels against its output and its loss. `categorical_crossentropy` asks for a column for each class, `sparse_categorical_crossentropy` for class numbers, the others for the output’s shape.',
  entries: [
    {
      kind: 'function',
      names: ['keras.Model.compile'],
      parameters: 'self, optimizer=None, loss=None, metrics=None, **extra',
      rule: call => {
        const { self, loss } = call.args;
        if (self?.kind !== 'instance') return none;
        call.set(self.attributes, ' loss', loss ?? none);
        if (loss) rememberPlace(call, self, 'loss', call.operand('loss').span);
        return none;
      },
    },
    training(
      ['fit'],
      'x=None, y=None, batch_size=None, epochs=1, verbose=1, callbacks=None, validation_split=0.0, validation_data=None, shuffle=True',
    ),
    training(
      ['fit_generator'],
      'x=None, steps_per_epoch=None, epochs=1, verbose=1, callbacks=None, validation_data=None',
    ),
    training(
      ['evaluate'],
      'x=None, y=None, batch_size=None, verbose=1, sample_weight=None, steps=None, callbacks=None',
    ),
    training(['evaluate_generator'], 'x=None, steps=None'),
    training(['train_on_batch', 'test_on_batch'], 'x=None, y=None, sample_weight=None'),
    {
      kind: 'function',
      names: ['keras.Model.predict', 'keras.Model.predict_on_batch', 'keras.Model.predict_proba'],
      parameters: 'self, x=None, batch_size=None, verbose=0, steps=None, **extra',
      rule: call => {
        const { self, x } = call.args;
        const data = dataOf(x);
        if (self?.kind !== 'instance' || !data || call.attribute(self, 'predict_step').kind === 'function')
          return unknown;
        const output = outputOf(call, self, data, 'x', x);
        const examples = data[0]!.shape?.[0];
        const one = (value: Value): Value =>
          value.kind === 'array' && value.shape && value.shape.length > 0
            ? numpyArray([examples, ...value.shape.slice(1)], 'float32')
            : unknown;
        const all = several(output);
        return all ? list(all.map(one)) : one(output);
      },
    },
    {
      kind: 'function',
      names: ['keras.Model.predict_classes'],
      parameters: 'self, x=None, batch_size=None, verbose=0, **extra',
      rule: call => {
        const { self, x } = call.args;
        const data = dataOf(x);
        if (self?.kind !== 'instance' || !data) return unknown;
        const output = outputOf(call, self, data, 'x', x);
        if (output.kind !== 'array' || !output.shape || output.shape.length === 0) return unknown;
        const left = output.shape.at(-1) === 1 ? output.shape.slice(1) : output.shape.slice(1, -1);
        return output.shape.at(-1) === undefined
          ? unknown
          : numpyArray([data[0]!.shape?.[0], ...left], 'int64');
      },
    },
  ],
};
