import * as z from 'zod';

const size = z.int().min(1).max(1000);
const distance = z.int().min(0).max(1000);

/** One number for both sides of a picture, or one for each: [height, width]. */
const sides = (each: typeof size) => z.union([each, z.tuple([each, each])]);

export type SidesField = number | readonly [number, number];

/** The two numbers of a field. */
export function bothSides(field: SidesField): readonly [number, number] {
  return typeof field === 'number' ? [field, field] : field;
}

export const kernelSize = sides(size).meta({
  title: 'Kernel size',
  description: 'f: the height and width of the kernel, 3 for 3 × 3, or [height, width].',
});

export const poolSize = sides(size).meta({
  title: 'Pool size',
  description: 'f: the height and width of what becomes one value, 2 for 2 × 2, or [height, width].',
});

export const stride = sides(size).default(1).meta({
  title: 'Stride',
  description: 's: how far the kernel moves from one place to the next, or [down, across].',
});

export const poolStride = sides(size).optional().meta({
  title: 'Stride',
  description: 's: how far it moves from one place to the next, or [down, across].',
  absent: 'as the pool size',
});

export const dilation = sides(size).default(1).meta({
  title: 'Dilation',
  description: 'The distance between the values that the kernel takes; 1 for neighbours.',
});

/** `words` of valid and of same. */
const paddingField = (description: string, words: readonly [string, string]) =>
  z
    .union([z.enum(['valid', 'same']).meta({ enumDescriptions: [...words] }), sides(distance)])
    .default('valid')
    .meta({ title: 'Padding', description });

export const padding = paddingField(
  'p: pixels put around the picture: valid for none, same for as many as keep its size at stride 1 (the odd one at the end), a number for both sides, or [above and below, left and right].',
  ['No padding: the output is smaller.', 'With stride 1 the output is as large as the input.'],
);

/** Of a transposed convolution, which undoes what that padding did. */
export const cutPadding = paddingField(
  'p: pixels cut off around the output: valid for none, same for an output of the input’s size times the stride, a number for both sides, or [above and below, left and right].',
  ['Nothing is cut off.', 'The output is the input’s size times the stride.'],
);

export type PaddingField = 'valid' | 'same' | SidesField;

/** The same for a series, which has one side. */
export const kernelLength = size.meta({
  title: 'Kernel size',
  description: 'f: how many steps of the series the kernel covers.',
});
export const poolLength = size.meta({
  title: 'Pool size',
  description: 'f: how many steps become one.',
});
export const stepStride = size.default(1).meta({
  title: 'Stride',
  description: 's: how many steps the kernel moves from one place to the next.',
});
export const poolStepStride = size.optional().meta({
  title: 'Stride',
  description: 's: how many steps it moves from one place to the next.',
  absent: 'as the pool size',
});
export const stepDilation = size.default(1).meta({
  title: 'Dilation',
  description: 'The distance between the steps that the kernel takes; 1 for neighbours.',
});
export const stepPadding = z
  .union([
    z.enum(['valid', 'same']).meta({
      enumDescriptions: [
        'No padding: the output is shorter.',
        'With stride 1 the output is as long as the input.',
      ],
    }),
    distance,
  ])
  .default('valid')
  .meta({
    title: 'Padding',
    description:
      'p: steps put before and after the series: valid for none, same for as many as keep its length at stride 1 (the odd one at the end), or a number.',
  });
