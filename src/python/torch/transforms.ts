import type { Call } from '../ops/call';
import type { ClassEntry, Family } from '../ops/entry';
import { dimsArgument, numberArgument } from '../ops/readArguments';
import { type Dim, plus } from '../sizes/size';
import { type InstanceValue, itemsOf, tuple, unknown, type Value } from '../values/value';
import { image, type Picture, pictureIn } from './images/image';
import { perAxis } from './tensor/dims';
import { alike, reshaped, tensor, tensorIn } from './tensor/tensor';

type Change = (call: Call, self: InstanceValue) => Value;

function transform(names: string, parameters: string, change: Change): ClassEntry {
  return {
    kind: 'class',
    names: names.split(' ').map(name => `torchvision.transforms.${name}`),
    parameters,
    init: (call, self) => {
      for (const [name, value] of Object.entries(call.args))
        if (value && name !== 'self') call.set(self.attributes, name, value);
    },
    callParameters: 'img, *more',
    call: change,
  };
}

/** The same picture with other sizes, whether of Pillow or a tensor. */
function resized(call: Call, sizes: (before: Picture) => Partial<Picture>): Value {
  const { img } = call.args;
  const picture = pictureIn(img);
  if (picture) {
    const after = { ...picture, ...sizes(picture) };
    return image(call, after.channels, after.height, after.width);
  }
  const of = tensorIn(img);
  if (!of?.shape || of.shape.length < 3) return unknown;
  const [channels, height, width] = of.shape.slice(-3);
  const before = { channels, height, width };
  const after = { ...before, ...sizes(before) };
  return reshaped(of, [...of.shape.slice(0, -3), after.channels, after.height, after.width]);
}

/** A number for both sides, or (height, width). */
function cropped(name: string): Change {
  return (call, self) => {
    const [height, width] = perAxis(self.attributes.get(name), 2, 0);
    return resized(call, () => ({ height, width }));
  };
}

const toTensor: Change = call => {
  const { img } = call.args;
  const picture = pictureIn(img);
  if (picture) return tensor([picture.channels, picture.height, picture.width], 'float32');
  if (img?.kind !== 'array' || img.type !== 'numpy.ndarray' || !img.shape) return unknown;
  const [height, width, channels] = img.shape;
  if (img.shape.length === 2) return tensor([1, height, width], 'float32');
  return img.shape.length === 3 ? tensor([channels, height, width], 'float32') : unknown;
};

const same: Change = ({ args: { img } }) => {
  const of = tensorIn(img);
  return of ? alike(of) : (img ?? unknown);
};

export const transforms: Family = {
  title: 'Transforms of pictures',
  about: 'What `Resize`, crops and `ToTensor` make of a picture, one after the other in `Compose`.',
  entries: [
    {
      kind: 'class',
      names: ['PIL.Image.Image'],
      parameters: '',
    },
    {
      kind: 'function',
      names: ['PIL.Image.open'],
      parameters: 'fp, mode="r", formats=None',
      rule: call => image(call),
    },
    {
      kind: 'function',
      names: ['PIL.Image.Image.convert'],
      parameters: 'self, mode=None, **extra',
      rule: call => {
        const { self, mode } = call.args;
        const before = pictureIn(self);
        const channels: Dim =
          mode?.kind === 'string' && mode.value !== undefined
            ? { L: 1, '1': 1, RGB: 3, RGBA: 4 }[mode.value]
            : undefined;
        return image(call, channels, before?.height, before?.width);
      },
    },
    {
      kind: 'function',
      names: ['PIL.Image.Image.resize'],
      parameters: 'self, size, *rest, **extra',
      rule: call => {
        const [width, height] = (call.args.size && dimsArgument(call.args.size)) ?? [];
        return image(call, pictureIn(call.args.self)?.channels, height, width);
      },
    },
    {
      kind: 'attribute',
      names: ['PIL.Image.Image.size'],
      rule: ({ args: { self } }) => {
        const picture = pictureIn(self);
        const side = (size: Dim): Value => ({ kind: 'int', size });
        return picture ? tuple([side(picture.width), side(picture.height)]) : unknown;
      },
    },
    transform('Compose', 'transforms', (call, self) => {
      const steps = itemsOf(self.attributes.get('transforms') ?? unknown);
      if (!steps) return unknown;
      return steps.reduce((value, step) => call.invoke(step, [value]), call.args.img ?? unknown);
    }),
    transform('ToTensor PILToTensor ToImage', '', toTensor),
    transform('ToPILImage', 'mode=None', call => {
      const shape = tensorIn(call.args.img)?.shape;
      return shape?.length === 3 ? image(call, shape[0], shape[1], shape[2]) : image(call);
    }),
    transform('Resize', 'size, interpolation=None, max_size=None, antialias=None', (call, self) => {
      const size = self.attributes.get('size');
      const both = size && size.kind !== 'int' ? dimsArgument(size) : undefined;
      const one = size?.kind === 'int' ? size.size : both?.length === 1 ? both[0] : undefined;
      if (self.attributes.has('max_size'))
        return resized(call, () => ({ height: undefined, width: undefined }));
      return resized(call, before => {
        if (both?.length === 2) return { height: both[0], width: both[1] };
        // one number is the shorter side
        const square = before.height !== undefined && before.height === before.width;
        return square ? { height: one, width: one } : { height: undefined, width: undefined };
      });
    }),
    transform('CenterCrop', 'size', cropped('size')),
    transform(
      'RandomCrop',
      'size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"',
      cropped('size'),
    ),
    transform('RandomResizedCrop RandomSizedCrop', 'size, **extra', cropped('size')),
    transform('Grayscale', 'num_output_channels=1', (call, self) => {
      const given = self.attributes.get('num_output_channels');
      const channels = given ? numberArgument(given) : 1;
      return resized(call, () => ({ channels }));
    }),
    transform('Pad', 'padding, fill=0, padding_mode="constant"', (call, self) => {
      const pad = numberArgument(self.attributes.get('padding'));
      const grown = (size: Dim) => (pad === undefined ? undefined : plus(size, 2 * pad));
      return resized(call, ({ height, width }) => ({ height: grown(height), width: grown(width) }));
    }),
    transform('Lambda', 'lambd', (call, self) =>
      call.invoke(self.attributes.get('lambd') ?? unknown, [call.args.img ?? unknown]),
    ),
    transform(
      'Normalize RandomHorizontalFlip RandomVerticalFlip RandomRotation ColorJitter RandomErasing RandomAffine GaussianBlur RandomGrayscale RandomPerspective ConvertImageDtype ToDtype RandomInvert AutoAugment TrivialAugmentWide RandAugment',
      '*settings, **extra',
      same,
    ),
  ],
};
