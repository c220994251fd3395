import * as z from 'zod';
import { defaultSplit } from './defaultSplit';

const address = z.string().min(1);

/** `file.csv`, `file.npy`, `file.npz#name`, `file.h5#dataset`, `images.idx3.gz`, a folder of images. */
const source = z.strictObject({
  x: address.meta({
    title: 'x',
    description:
      'Where the inputs are: a file of the workspace, with `#name` for one of several arrays in it.',
  }),
  y: address.meta({ title: 'y', description: 'Where the labels are.' }),
});

export const columnRoles = [
  'number',
  'decimal-point',
  'decimal-comma',
  'date',
  'day-first',
  'month-first',
  'one-hot',
  'ordinal',
  'text',
  'ignore',
] as const;

export const tokenKinds = ['characters', 'words', 'bytes'] as const;

export type TokenKind = (typeof tokenKinds)[number];

const columnRole = z.enum(columnRoles);

const preprocessing = {
  scale: z
    .number()
    .positive()
    .optional()
    .meta({ title: 'Scale', description: 'Every input is divided by this, such as 255 for pictures.' }),
  standardise: z.boolean().optional().meta({
    title: 'Standardise',
    description: 'Each input column gets mean 0 and standard deviation 1 (of the training set).',
    default: false,
  }),
  normaliseRows: z
    .boolean()
    .optional()
    .meta({ title: 'Normalise rows', description: 'Each example x becomes x / ‖x‖.', default: false }),
  reconstruct: z.boolean().optional().meta({
    title: 'Reconstruct',
    description:
      'The network learns to give back what enters it, as an autoencoder does: the labels aren’t used.',
    default: false,
  }),
};

/** For targets that are numbers: those of arrays and tables. */
const ofNumbers = {
  standardiseTarget: z.boolean().optional().meta({
    title: 'Standardise target',
    description:
      'The numbers to predict get mean 0 and standard deviation 1 (of the training set) while the network learns; predictions and errors are shown in their own units again. Only the cost is that of the standardised numbers.',
    default: false,
  }),
};

const split = z.strictObject({
  test: z
    .number()
    .min(0)
    .lt(1)
    .default(defaultSplit.test)
    .meta({ title: 'Test share', description: 'The share of the examples kept for the test set.' }),
  seed: z
    .int()
    .min(0)
    .max(4294967295)
    .default(defaultSplit.seed)
    .meta({ title: 'Split seed', description: 'Seed of the permutation that chooses them.' }),
});

const splitField = split
  .optional()
  .meta({ title: 'Split', description: 'How the test set is taken from the examples.' });

export const generatorNames = ['flower', 'moons', 'circles', 'spirals', 'blobs', 'xor', 'linear'] as const;

export const dataSchema = z
  .union([
    z.strictObject({
      train: source.meta({ title: 'Training set', description: 'The examples the network learns from.' }),
      test: source.optional().meta({
        title: 'Test set',
        description: 'Examples it never learns from; without it the split is used.',
      }),
      split: splitField,
      ...preprocessing,
      ...ofNumbers,
    }),
    z.strictObject({
      file: address.meta({
        title: 'File',
        description:
          'A table: CSV, TSV, JSON, JSON Lines, Excel (`book.xlsx`, or `book.xlsx#Sheet2`), Parquet or ARFF.',
      }),
      target: z
        .union([z.string(), z.array(z.string()).min(1)])
        .meta({ title: 'Target', description: 'The column, or columns, to predict.' }),
      test: address.optional().meta({
        title: 'Test file',
        description: 'A table with the same columns; without it the split is used.',
      }),
      header: z.boolean().optional().meta({
        title: 'Header',
        description: 'Whether the first line holds the names of the columns; worked out where absent.',
        absent: 'worked out',
      }),
      delimiter: z.string().length(1).optional().meta({
        title: 'Delimiter',
        description:
          'What stands between two values; a blank means any number of blanks. Worked out where absent.',
        absent: 'worked out',
      }),
      columns: z.record(z.string(), columnRole).optional().meta({
        title: 'Columns',
        description:
          'How a column is read, where it should be another way than the one worked out: as numbers, with a point or a comma before the decimals; as dates, with the day or the month first; as categories; as a text, which is then learnt from by itself; or not at all.',
        absent: 'worked out',
      }),
      tokens: z.enum(tokenKinds).optional().meta({
        title: 'Tokens',
        description:
          'Of a column of text: what its cells are cut into. Words are told apart without regard to capitals, each sign one of its own; or characters; or bytes.',
        default: 'words',
      }),
      length: z.int().min(1).max(4096).optional().meta({
        title: 'Length',
        description:
          'Of a column of text: T, the tokens of an example. Shorter texts are padded at their end, longer ones are cut there.',
        absent: 'as the longest that is learnt from, at most 256 words or 1,024 characters',
      }),
      vocabulary: z.int().min(3).max(65_536).optional().meta({
        title: 'Vocabulary',
        description:
          'Of a column of text: how many different tokens there are at most, padding and the one for all others among them: the most frequent ones.',
        default: 10_000,
      }),
      minimumCount: z.int().min(1).max(1_000_000).optional().meta({
        title: 'Minimum count',
        description:
          'Of a column of text: how often a token has to come in what is learnt from. Those that come less often are <other>, which is how it is learnt.',
        absent: '2',
      }),
      split: splitField,
      ...preprocessing,
      ...ofNumbers,
    }),
    z.strictObject({
      images: address.meta({
        title: 'Images',
        description: 'A folder with one folder of pictures (PNG, JPEG, WebP, GIF) for each class.',
      }),
      test: address.optional().meta({
        title: 'Test images',
        description: 'A folder with the same classes; without it the split is used.',
      }),
      leaveOut: z.array(address).max(10_000).optional().meta({
        title: 'Leave out',
        description:
          'Pictures that aren’t used, such as damaged ones, by their address: `pets/cat/broken.jpg`.',
      }),
      size: z
        .tuple([z.int().min(1).max(4096), z.int().min(1).max(4096)])
        .optional()
        .meta({
          title: 'Size',
          description: 'Height and width that every image is scaled to.',
          absent: 'as the first image',
        }),
      channels: z
        .union([z.literal(1), z.literal(3)])
        .optional()
        .meta({
          title: 'Channels',
          description: '1 for grey, 3 for colour; as the first image where absent.',
          absent: 'as the first image',
        }),
      split: splitField,
      ...preprocessing,
    }),
    z.strictObject({
      text: address.meta({
        title: 'Text',
        description:
          'A text file, of which the network learns to say the next token after each run of `window` tokens.',
      }),
      test: address.optional().meta({
        title: 'Test text',
        description: 'A text it never learns from; without it the split is used.',
      }),
      tokens: z.enum(tokenKinds).default('characters').meta({
        title: 'Tokens',
        description:
          'What the text is cut into: characters; words, with each sign and each line end as one of its own; or bytes.',
      }),
      window: z
        .int()
        .min(1)
        .max(4096)
        .default(16)
        .meta({ title: 'Window', description: 'T: how many tokens the network sees before the one to say.' }),
      everyStep: z.boolean().optional().meta({
        title: 'Every step',
        description:
          'The next token is learnt behind each of the window’s tokens, as a GPT does, not behind the last alone: the output is (T, vocabulary), and no layer may let a step see those after it.',
        default: false,
      }),
      stride: z.int().min(1).max(4096).optional().meta({
        title: 'Stride',
        description: 'How many tokens further the next example begins.',
        absent: '1, or the window where every step is learnt',
      }),
      vocabulary: z.int().min(2).max(65_536).optional().meta({
        title: 'Vocabulary',
        description:
          'How many different tokens there are at most: the most frequent ones, and one for all the others.',
        absent: 'all that are in the training part',
      }),
      splitBy: z.enum(['place', 'lines']).default('place').meta({
        title: 'Split by',
        description:
          'What the test set is: the end of the text, or lines drawn by the seed, for texts whose lines have nothing to do with each other.',
      }),
      split: splitField,
      ...preprocessing,
    }),
    z.strictObject({
      generator: z.enum(generatorNames).meta({
        title: 'Generator',
        description: 'Points made by a seeded recipe, so that no file is needed.',
      }),
      examples: z
        .int()
        .min(2)
        .max(1_000_000)
        .default(400)
        .meta({ title: 'Examples', description: 'm, how many points.' }),
      classes: z.int().min(2).max(10).optional().meta({
        title: 'Classes',
        description: 'How many classes, where the generator can make more than two.',
        absent: 'as the generator',
      }),
      noise: z.number().min(0).max(10).optional().meta({
        title: 'Noise',
        description: 'How far the points are scattered.',
        absent: 'as the generator',
      }),
      seed: z
        .int()
        .min(0)
        .max(4294967295)
        .default(1)
        .meta({ title: 'Data seed', description: 'The same seed gives the same points.' }),
      split: splitField,
      ...preprocessing,
    }),
  ])
  .meta({ title: 'Data', description: 'What the network is trained on.' });

export type DataSettings = z.output<typeof dataSchema>;

/** Whether what is to be predicted is the example itself. */
export function isReconstruction(data: DataSettings | undefined): boolean {
  return data?.reconstruct === true;
}

/** Whether the numbers to predict are standardised while the network learns. */
export function isStandardisedTarget(data: DataSettings | undefined): boolean {
  return data !== undefined && 'standardiseTarget' in data && data.standardiseTarget === true;
}
