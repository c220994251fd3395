import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { dimsArgument, flagArgument } from '../ops/readArguments';
import { compareSizes } from '../sizes/compareSizes';
import { type Dim, formatDim, isNumber } from '../sizes/size';
import { elementOf } from '../values/elements';
import {
  dict,
  heldKey,
  int,
  itemsOf,
  list,
  listOf,
  listState,
  sizeIn,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { tensor, tensorIn } from './tensor/tensor';

export const itemKey = ' item';
export const lengthKey = ' length';

/** One example of a data set, as indexing it gives. */
function itemOf(call: Call, dataset: Value | undefined): Value {
  if (!dataset) return unknown;
  if (dataset.kind !== 'instance') return elementOf(dataset);
  const known = dataset.attributes.get(itemKey);
  if (known) return known;
  const method = call.attribute(dataset, '__getitem__');
  return method.kind === 'function' ? call.invoke(method, [call.fresh('index')]) : unknown;
}

function lengthOf(call: Call, dataset: Value | undefined): Dim {
  if (dataset?.kind === 'instance') {
    const known = dataset.attributes.get(lengthKey);
    if (known) return sizeIn(known);
    const method = call.attribute(dataset, '__len__');
    return method.kind === 'function' ? sizeIn(call.invoke(method, [])) : undefined;
  }
  if (dataset?.kind === 'array') return dataset.shape?.[0];
  return dataset && itemsOf(dataset)?.length;
}

/** Examples put into one batch, as `default_collate` does. */
function collated(item: Value, batch: Dim, depth = 0): Value {
  if (depth > 4) return unknown;
  switch (item.kind) {
    case 'array':
      return item.shape && (item.type === 'torch.Tensor' || item.type === 'numpy.ndarray')
        ? tensor([batch, ...item.shape], item.dtype)
        : unknown;
    case 'int':
      return tensor([batch], 'int64');
    case 'float':
      return tensor([batch], 'float64');
    case 'bool':
      return tensor([batch], 'bool');
    case 'tuple':
    case 'list': {
      const items = itemsOf(item);
      return items ? list(items.map(each => collated(each, batch, depth + 1))) : unknown;
    }
    case 'dict':
      return dict([...item.cells].map(([key, value]) => [key, collated(value, batch, depth + 1)] as const));
    default:
      return unknown;
  }
}

/** What each turn over a loader gives. The last batch may be smaller, so only whole ones are looked at. */
function batchOf(call: Call): Value {
  const { dataset, batch_size: size, batch_sampler: sampler, collate_fn: collate } = call.args;
  const item = itemOf(call, dataset);
  if (size?.kind === 'none') return item;
  const [wanted, all] = [size ? sizeIn(size) : 1, lengthOf(call, dataset)];
  const known = isNumber(wanted) && isNumber(all) ? Math.min(wanted, all) : wanted;
  const named = sampler || known === undefined ? sizeIn(call.fresh('batch')) : known;
  if (collate && collate.kind !== 'none') return call.invoke(collate, [listOf(item)]);
  return collated(item, named);
}

/** A part of a data set, with as many examples. */
function partOf(call: Call, dataset: Value | undefined, length: Dim): Value {
  const made = call.invoke(call.named('torch.utils.data.Subset'), [dataset ?? unknown, unknown]);
  if (made.kind === 'instance') call.set(made.attributes, lengthKey, int(length));
  return made;
}

export const data: Family = {
  title: 'Data sets and loaders',
  about: 'A `DataLoader` puts the examples of a data set into batches; a loop over it gives their shapes.',
  entries: [
    {
      kind: 'class',
      names: ['torch.utils.data.Dataset', 'torch.utils.data.IterableDataset'],
      parameters: '',
    },
    {
      kind: 'function',
      names: ['torch.utils.data.Dataset.__getitem__'],
      parameters: 'self, index',
      rule: ({ args: { self } }) =>
        self?.kind === 'instance' ? (self.attributes.get(itemKey) ?? unknown) : unknown,
    },
    {
      kind: 'function',
      names: ['torch.utils.data.Dataset.__len__'],
      parameters: 'self',
      rule: ({ args: { self } }) =>
        self?.kind === 'instance' ? (self.attributes.get(lengthKey) ?? int(undefined)) : int(undefined),
    },
    {
      kind: 'class',
      names: ['torch.utils.data.TensorDataset'],
      bases: ['torch.utils.data.Dataset'],
      parameters: '*tensors',
      init: (call, self) => {
        const shapes = call.rest.map(value => tensorIn(value)?.shape);
        const rows = call.rest.map((value, i) => {
          const shape = shapes[i];
          return shape && shape.length > 0 ? tensor(shape.slice(1), tensorIn(value)?.dtype) : unknown;
        });
        const lengths = shapes.map(shape => shape?.[0]);
        const first = lengths.findIndex(length => length !== undefined);
        const other = lengths.findIndex(
          length => first >= 0 && compareSizes(lengths[first], length) === 'different',
        );
        if (other >= 0) {
          const [a, b] = [call.operand(`#${first}`), call.operand(`#${other}`)];
          call.report({
            code: 'shape-mismatch',
            message: `${a.words} has ${formatDim(lengths[first])} examples and ${b.words} has ${formatDim(lengths[other])}: a TensorDataset takes tensors with as many each.`,
            related: [...a.origins, ...b.origins],
          });
        }
        call.set(self.attributes, itemKey, tuple(rows));
        call.set(self.attributes, 'tensors', tuple(call.rest));
        call.set(self.attributes, lengthKey, int(first < 0 ? undefined : lengths[first]));
        call.set(self.attributes, heldKey, listOf(tuple(rows)));
      },
    },
    {
      kind: 'class',
      names: ['torch.utils.data.Subset'],
      bases: ['torch.utils.data.Dataset'],
      parameters: 'dataset, indices',
      init: (call, self) => {
        const item = itemOf(call, call.args.dataset);
        call.set(self.attributes, 'dataset', call.args.dataset ?? unknown);
        call.set(self.attributes, itemKey, item);
        call.set(self.attributes, heldKey, listOf(item));
      },
    },
    {
      kind: 'function',
      names: ['torch.utils.data.random_split'],
      parameters: 'dataset, lengths, generator=None',
      rule: call => {
        const lengths = call.args.lengths && dimsArgument(call.args.lengths);
        return lengths ? list(lengths.map(length => partOf(call, call.args.dataset, length))) : unknown;
      },
    },
    {
      kind: 'class',
      names: ['torch.utils.data.ConcatDataset'],
      bases: ['torch.utils.data.Dataset'],
      parameters: 'datasets',
      init: (call, self) => {
        const [first] = itemsOf(call.args.datasets ?? unknown) ?? [];
        call.set(self.attributes, itemKey, itemOf(call, first));
      },
    },
    {
      kind: 'class',
      names: ['torch.utils.data.DataLoader'],
      parameters:
        'dataset, batch_size=1, shuffle=None, sampler=None, batch_sampler=None, num_workers=0, collate_fn=None, pin_memory=False, drop_last=False, **extra',
      init: (call, self) => {
        const { dataset, batch_size: size } = call.args;
        call.set(self.attributes, 'dataset', dataset ?? unknown);
        call.set(self.attributes, 'batch_size', size ?? int(1));
        call.set(self.attributes, heldKey, listOf(batchOf(call)));
        const [wanted, all] = [size ? sizeIn(size) : 1, lengthOf(call, dataset)];
        const whole = flagArgument(call.args.drop_last, false);
        const count = isNumber(wanted) && isNumber(all) && wanted > 0 ? all / wanted : undefined;
        call.set(
          self.attributes,
          lengthKey,
          int(
            count === undefined || whole === undefined
              ? undefined
              : whole
                ? Math.floor(count)
                : Math.ceil(count),
          ),
        );
      },
    },
    {
      kind: 'function',
      names: ['torch.utils.data.DataLoader.__len__'],
      parameters: 'self',
      rule: ({ args: { self } }) =>
        self?.kind === 'instance' ? (self.attributes.get(lengthKey) ?? int(undefined)) : int(undefined),
    },
    {
      kind: 'function',
      names: ['torch.utils.data.default_collate', 'torch.utils.data.dataloader.default_collate'],
      parameters: 'batch',
      rule: ({ args: { batch } }) => {
        const items = batch && itemsOf(batch);
        const each = batch?.kind === 'list' ? listState(batch).each : unknown;
        return collated(items ? (items[0] ?? unknown) : each, items?.length);
      },
    },
  ],
};
