import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument } from '../ops/readArguments';
import type { Dim } from '../sizes/size';
import { itemsOf, none, type Value } from '../values/value';
import { tensor } from './tensor/tensor';

/** The sizes of each input: of one, or of several in a list. */
function sizesIn(value: Value | undefined): readonly (readonly Dim[])[] | undefined {
  const items = value && (value.kind === 'tuple' || value.kind === 'list') ? itemsOf(value) : undefined;
  if (!items || items.length === 0) return undefined;
  const several = items.every(({ kind }) => kind === 'tuple' || kind === 'list');
  const all = several ? items.map(dimsArgument) : [dimsArgument(value)];
  return all.includes(undefined) ? undefined : (all as (readonly Dim[])[]);
}

/** Runs the model on inputs of these sizes. */
function run(call: Call, inputs: readonly (readonly Dim[])[] | undefined): Value {
  const { model } = call.args;
  if (model?.kind === 'instance' && inputs)
    call.invoke(
      model,
      inputs.map(sizes => tensor(sizes, 'float32')),
    );
  return none;
}

export const summaries: Family = {
  title: 'Summaries of models',
  about:
    '`torchsummary.summary` runs a model on a batch of the sizes that it is given, `torchinfo.summary` on the whole size.',
  entries: [
    {
      kind: 'function',
      names: ['torchsummary.summary', 'torchsummary.torchsummary.summary'],
      parameters: 'model, input_size, *rest, **extra',
      // it takes a batch of two, for the sake of normalization
      rule: call =>
        run(
          call,
          sizesIn(call.args.input_size)?.map(sizes => [2, ...sizes]),
        ),
    },
    {
      kind: 'function',
      names: ['torchinfo.summary'],
      parameters: 'model, input_size=None, *rest, **extra',
      rule: call =>
        call.extra.has('batch_dim') || call.extra.has('dtypes')
          ? none
          : run(call, sizesIn(call.args.input_size)),
    },
  ],
};
