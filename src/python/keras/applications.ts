import type { Call } from '../ops/call';
import type { Entry, Family } from '../ops/entry';
import { dimsArgument, flagArgument } from '../ops/readArguments';
import { tensor } from '../ops/tensor';
import { type Dim, isNumber } from '../sizes/size';
import { sizeIn, unknown, type Value } from '../values/value';

/** Networks trained on ImageNet: the channels of their last maps, and whether these are a 32nd of the image. */
const networks: Readonly<Record<string, readonly [number, boolean]>> = {
  VGG16: [512, true],
  VGG19: [512, true],
  ResNet50: [2048, true],
  ResNet101: [2048, true],
  ResNet152: [2048, true],
  ResNet50V2: [2048, true],
  ResNet101V2: [2048, true],
  ResNet152V2: [2048, true],
  MobileNet: [1024, true],
  MobileNetV2: [1280, true],
  DenseNet121: [1024, true],
  DenseNet169: [1664, true],
  DenseNet201: [1920, true],
  EfficientNetB0: [1280, true],
  InceptionV3: [2048, false],
  InceptionResNetV2: [1536, false],
  Xception: [2048, false],
};

const modules: Readonly<Record<string, string>> = {
  VGG16: 'vgg16',
  VGG19: 'vgg19',
  ResNet50: 'resnet50',
  InceptionV3: 'inception_v3',
  InceptionResNetV2: 'inception_resnet_v2',
  Xception: 'xception',
  MobileNet: 'mobilenet',
  MobileNetV2: 'mobilenet_v2',
};

/** A 32nd of a size; a size that it doesn't divide is rounded in a way of each network's own. */
function reduced(size: Dim, halves: boolean): Dim {
  return halves && isNumber(size) && size % 32 === 0 ? size / 32 : undefined;
}

function made(call: Call, channels: number, halves: boolean): Value {
  const { args } = call;
  const top = flagArgument(args.include_top, true);
  const pooling = args.pooling;
  if (top === undefined || (pooling && pooling.kind !== 'none' && pooling.kind !== 'string')) return unknown;
  const { input_tensor: given, input_shape: shape } = args;
  const own = given?.kind === 'array' ? given.shape : undefined;
  // their last layers fix the size of the image
  const size = top ? (halves ? 224 : 299) : undefined;
  const sizes = own?.slice(1) ?? (shape && shape.kind !== 'none' ? dimsArgument(shape) : [size, size, 3]);
  // with channels first, or of unknown size
  if (sizes?.length !== 3 || call.state.has('keras.image_data_format')) return unknown;
  const input = own ? tensor(own) : tensor([undefined, ...sizes]);
  const output = top
    ? [undefined, args.classes ? sizeIn(args.classes) : 1000]
    : pooling?.kind === 'string'
      ? [undefined, channels]
      : [undefined, reduced(sizes[0], halves), reduced(sizes[1], halves), channels];
  return call.invoke(call.named('keras.Model'), [input, tensor(output)]);
}

export const applications: Family = {
  title: 'Known networks',
  about: 'What `VGG16`, `ResNet50` and the like take and give, with and without their last layers.',
  entries: Object.entries(networks).map(
    ([name, [channels, halves]]): Entry => ({
      kind: 'function',
      names: [
        `keras.applications.${name}`,
        ...(modules[name] ? [`keras.applications.${modules[name]}.${name}`] : []),
      ],
      parameters:
        'include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, **extra',
      rule: call => made(call, channels, halves),
    }),
  ),
};
