import { numpyArray } from '../ops/array';
import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { flagArgument } from '../ops/readArguments';
import {
  bool,
  heldKey,
  type InstanceValue,
  int,
  list,
  listOf,
  string,
  tuple,
  unknown,
  type Value,
} from '../values/value';
import { itemKey, lengthKey } from './data';
import { image } from './images/image';
import { tensor } from './tensor/tensor';

interface Known {
  readonly channels: number;
  readonly side: number;
  readonly classes: number;
  readonly train: number;
  readonly test: number;
}

const digits: Known = { channels: 1, side: 28, classes: 10, train: 60_000, test: 10_000 };
const objects: Known = { channels: 3, side: 32, classes: 10, train: 50_000, test: 10_000 };

const known: Readonly<Record<string, Known>> = {
  MNIST: digits,
  FashionMNIST: digits,
  KMNIST: digits,
  QMNIST: digits,
  CIFAR10: objects,
  CIFAR100: { ...objects, classes: 100 },
};

function keep(call: Call, self: InstanceValue, picture: Value, label: Value, length: Value): void {
  const { transform, target_transform: relabel } = call.args;
  const given = transform && transform.kind !== 'none' ? call.invoke(transform, [picture]) : picture;
  const target = relabel && relabel.kind !== 'none' ? call.invoke(relabel, [label]) : label;
  const item = tuple([given, target]);
  call.set(self.attributes, itemKey, item);
  call.set(self.attributes, heldKey, listOf(item));
  call.set(self.attributes, lengthKey, length);
}

function dataset(name: string, { channels, side, classes, train, test }: Known): Entry {
  return {
    kind: 'class',
    names: [`torchvision.datasets.${name}`],
    bases: ['torch.utils.data.Dataset'],
    parameters: 'root, train=True, transform=None, target_transform=None, download=False, **extra',
    init: (call, self) => {
      const first = flagArgument(call.args.train, true);
      const length = first === undefined ? undefined : first ? train : test;
      keep(call, self, image(call, channels, side, side), int(undefined), int(length));
      const grey = channels === 1;
      const pictures = grey
        ? tensor([length, side, side], 'uint8')
        : numpyArray([length, side, side, channels], 'uint8');
      call.set(self.attributes, 'data', pictures);
      call.set(self.attributes, 'targets', grey ? tensor([length], 'int64') : listOf(int(undefined)));
      call.set(self.attributes, 'classes', list(Array.from({ length: classes }, () => string())));
    },
  };
}

export const datasets: Family = {
  title: 'Data sets of torchvision',
  about: 'The sizes of known images, and of those of a folder after their transforms.',
  entries: [
    ...Object.entries(known).map(([name, sizes]) => dataset(name, sizes)),
    {
      kind: 'class',
      names: ['torchvision.datasets.ImageFolder', 'torchvision.datasets.DatasetFolder'],
      bases: ['torch.utils.data.Dataset'],
      parameters: 'root, transform=None, target_transform=None, loader=None, is_valid_file=None, **extra',
      init: (call, self) => {
        // its loader makes every image RGB
        const channels = call.args.loader ? undefined : 3;
        keep(call, self, image(call, channels), int(undefined), int(undefined));
        call.set(self.attributes, 'classes', listOf(string()));
        call.set(self.attributes, 'class_to_idx', unknown);
      },
    },
    {
      kind: 'function',
      names: ['torch.cuda.is_available', 'torch.backends.mps.is_available'],
      parameters: '',
      rule: () => bool(),
    },
  ],
};
