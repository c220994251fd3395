import { ndarray, numpyArray } from '../ops/array';
import { asArray } from '../ops/asArray';
import type { Call } from '../ops/call';
import type { Family } from '../ops/entry';
import { numberArgument } from '../ops/readArguments';
import { type InstanceValue, int, itemsOf, sizeIn, tuple, unknown, type Value } from '../values/value';

function pictureOf(call: Call, path: Value | undefined) {
  if (path?.kind !== 'string' || path.value === undefined) return undefined;
  const facts = call.files.describe(path.value);
  return facts?.kind === 'image' ? { ...facts, path: path.value } : undefined;
}

/** An image of PIL keeps its size, and its channels where they are known. */
function image(call: Call, width: Value, height: Value, channels: Value): Value {
  const made = call.invoke(call.named('PIL.Image.Image'), []);
  if (made.kind !== 'instance') return unknown;
  call.set(made.attributes, ' width', width);
  call.set(made.attributes, ' height', height);
  call.set(made.attributes, ' channels', channels);
  return made;
}

function partsOf(value: Value | undefined) {
  const held = (value as InstanceValue | undefined)?.attributes;
  const [width, height, channels] = [' width', ' height', ' channels'].map(name => held?.get(name));
  return width && height && channels ? { width, height, channels } : undefined;
}

export const pictures: Family = {
  title: 'Pictures',
  about:
    'The sizes of PNG and JPEG files that `cv2.imread`, `plt.imread` and `PIL.Image.open` read, and of what they are resized to.',
  entries: [
    {
      kind: 'function',
      names: ['cv2.imread'],
      parameters: 'filename, flags=None',
      rule: call => {
        const found = pictureOf(call, call.args.filename);
        if (!found) return unknown;
        const grey = call.args.flags && numberArgument(call.args.flags);
        if (call.args.flags && grey !== 0 && grey !== 1) return unknown;
        // three channels are made of whatever is in the file, and one where it is asked for
        const shape = grey === 0 ? [found.height, found.width] : [found.height, found.width, 3];
        return {
          ...numpyArray(shape, 'uint8'),
          origin: { span: call.span, words: `, as ${found.path} says` },
        };
      },
    },
    {
      kind: 'function',
      names: ['cv2.resize'],
      parameters: 'src, dsize, dst=None, fx=0, fy=0, interpolation=None',
      rule: ({ args }) => {
        const of = asArray(args.src, ndarray);
        const size = args.dsize && itemsOf(args.dsize);
        if (!of?.shape || of.shape.length < 2 || size?.length !== 2) return unknown;
        return numpyArray([sizeIn(size[1]), sizeIn(size[0]), ...of.shape.slice(2)], of.dtype);
      },
    },
    {
      kind: 'function',
      names: ['matplotlib.pyplot.imread', 'matplotlib.image.imread', 'imageio.imread', 'imageio.v2.imread'],
      parameters: 'fname, format=None, **extra',
      rule: call => {
        const found = pictureOf(call, call.args.fname);
        if (!found || found.channels === 2) return unknown;
        const { height, width, channels, path } = found;
        return {
          ...numpyArray(channels === 1 ? [height, width] : [height, width, channels]),
          origin: { span: call.span, words: `, as ${path} says` },
        };
      },
    },
    { kind: 'class', names: ['PIL.Image.Image'], parameters: '' },
    {
      kind: 'function',
      names: ['PIL.Image.open'],
      parameters: 'fp, mode="r", formats=None',
      rule: call => {
        const found = pictureOf(call, call.args.fp);
        // a picture with a palette has one channel for PIL, and more in its header
        return found
          ? image(call, int(found.width), int(found.height), found.channels === 3 ? int(3) : unknown)
          : unknown;
      },
    },
    {
      kind: 'function',
      names: ['PIL.Image.Image.resize'],
      parameters: 'self, size, resample=None, **extra',
      rule: call => {
        const [of, size] = [partsOf(call.args.self), call.args.size && itemsOf(call.args.size)];
        return of && size?.length === 2 ? image(call, size[0]!, size[1]!, of.channels) : unknown;
      },
    },
    {
      kind: 'function',
      names: ['PIL.Image.Image.convert'],
      parameters: 'self, mode=None, **extra',
      rule: call => {
        const of = partsOf(call.args.self);
        const mode = call.args.mode?.kind === 'string' ? call.args.mode.value : undefined;
        const channels = mode === 'L' ? int(1) : mode === 'RGB' ? int(3) : mode === 'RGBA' ? int(4) : unknown;
        return of ? image(call, of.width, of.height, channels) : unknown;
      },
    },
    {
      kind: 'attribute',
      names: ['PIL.Image.Image.size'],
      rule: call => {
        const of = partsOf(call.args.self);
        return of ? tuple([of.width, of.height]) : unknown;
      },
    },
    {
      // how NumPy takes one: `np.array(image)`
      kind: 'function',
      names: ['PIL.Image.Image.__array__'],
      parameters: 'self',
      rule: call => {
        const of = partsOf(call.args.self);
        if (of?.channels.kind !== 'int') return unknown;
        const size = [sizeIn(of.height), sizeIn(of.width)];
        return numpyArray(of.channels.size === 1 ? size : [...size, of.channels.size], 'uint8');
      },
    },
  ],
};
