import type { Call } from '../ops/call';
import type { ClassEntry, Entry, Family } from '../ops/entry';
import { compareSizes } from '../sizes/compareSizes';
import { type InstanceValue, int, unknown, type Value } from '../values/value';
import { formatDims } from '../values/words';
import { tensor, tensorIn } from './tensor/tensor';

/** The networks whose last layer is `fc`, with the features that it takes. */
const residual: Readonly<Record<string, number>> = {
  resnet18: 512,
  resnet34: 512,
  resnet50: 2048,
  resnet101: 2048,
  resnet152: 2048,
  wide_resnet50_2: 2048,
  wide_resnet101_2: 2048,
  resnext50_32x4d: 2048,
  resnext101_32x8d: 2048,
  googlenet: 1024,
};

/** Pictures (batch, 3, height, width) go in, and what `fc` makes of the features comes out. */
const network: ClassEntry = {
  kind: 'class',
  names: ['torchvision.models.ResNet'],
  bases: ['torch.nn.Module'],
  parameters: '*rest, **extra',
  callParameters: 'input',
  call: (call: Call, self: InstanceValue): Value => {
    const features = self.attributes.get(' features');
    const shape = tensorIn(call.args.input)?.shape;
    // who replaced the first layer changed what goes in
    const replaced = self.attributes.has('conv1');
    if (shape && shape.length !== 4) {
      call.report({
        code: 'rank-mismatch',
        message: `${call.operand('input').words} is ${formatDims(shape)}, but ${call.written} takes (batch, 3, height, width).`,
        related: call.operand('input').origins,
      });
      return unknown;
    }
    if (shape && !replaced && compareSizes(shape[1], 3) === 'different') {
      call.report({
        code: 'channel-mismatch',
        message: `${call.operand('input').words} is ${formatDims(shape)}, but ${call.written} takes pictures of 3 channels, (batch, 3, height, width): axis 1 must be 3.`,
        related: call.operand('input').origins,
      });
      return unknown;
    }
    if (features?.kind !== 'int') return unknown;
    return call.invoke(self.attributes.get('fc') ?? unknown, [
      tensor([shape?.[0], features.size], 'float32'),
    ]);
  },
};

export const models: Family = {
  title: 'Networks of torchvision',
  about: 'Residual networks take pictures of 3 channels, and their `fc` can be replaced.',
  entries: [
    network,
    ...Object.entries(residual).map(
      ([name, features]): Entry => ({
        kind: 'function',
        names: [`torchvision.models.${name}`],
        parameters: '*rest, num_classes=1000, **extra',
        rule: call => {
          const made = call.invoke(call.named('torchvision.models.ResNet'), []);
          if (made.kind !== 'instance') return unknown;
          call.set(made.attributes, ' features', int(features));
          const classes = call.args.num_classes ?? int(1000);
          call.set(
            made.attributes,
            'fc',
            call.invoke(call.named('torch.nn.Linear'), [int(features), classes]),
          );
          return made;
        },
      }),
    ),
  ],
};
