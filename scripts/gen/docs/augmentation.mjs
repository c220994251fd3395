import { table, typeWords } from './fieldTable.mjs';

/** docs/augmentation.md */
export function augmentation({ augmentations, z }) {
  return `
# Augmentation

A cat is a cat also in a mirror, a little turned, and in the shade. A network that sees each picture another way in each epoch
learns what doesn't depend on that, as if it had more pictures. \`training.augment\` says what may happen to them:

\`\`\`jsonc
"training": {
  "loss": "binary-cross-entropy",
  "optimizer": "adam",
  "augment": [
    { "type": "flip" },                       // half of the time
    { "type": "rotate", "degrees": 15 },
    { "type": "shift", "height": 0.1, "width": 0.1 },
    { "type": "brightness", "amount": 0.2, "probability": 0.5 }
  ],
  "epochs": 100,
  "batchSize": 16
}
\`\`\`

A word alone, \`"flip"\`, takes the usual values. [All of them](#all-of-them) are below, with their fields.

The inspector has the list under *Training*, *Augment*: add one, change its numbers, and a strip below shows four of your own pictures
as they are, and as the first five epochs will see them. It follows what you type.

## What happens, in which order

1. The *movements* (\`flip\`, \`rotate\`, \`shift\`, \`zoom\`, \`shear\`, \`crop\`) become one map, in the order in which they are written, so
   that a picture is sampled once, from the four pixels around each place (bilinear). \`border\` says what is seen where the picture
   doesn't reach: the picture in a mirror (\`"reflect"\`), its last pixels (\`"edge"\`) or black (\`"zeros"\`). It is the same for all of them.
   Where none of them has one, as of \`crop\` alone, it is \`"edge"\`. A crop is brought back to the size of the picture.
2. The *changes* (\`brightness\`, \`contrast\`, \`saturation\`, \`noise\`, \`cut-out\`) follow in their order. Values stay between black,
   which is 0, and white. What white is holds for the whole data set: \`scale\` of the data, where no value is above it; else 1 where the
   training set has none above 1, 255 where it is pictures or bytes (\`uint8\`), and otherwise its largest value, such as 4095. Where it has values
   below 0 they are no brightness, and nothing bounds them. The run says which it is. Of a training set too large for memory 64 examples are looked
   at; then the largest of their values bounds nothing.
3. Only then are pictures divided by \`scale\`, standardised and normalised, so that what was worked out from the data still holds.
4. \`mixup\` comes last: λ of an example and 1 − λ of the one that follows in the order of the epoch, and the same of their
   labels, classes or numbers. With \`classWeights\` a mixture counts as the class of which it has most.

Of tables and other data that aren't pictures, \`noise\` adds to the columns of numbers after they are standardised, and leaves categories
as they are; \`mixup\` mixes all. Everything else is for pictures, and a problem elsewhere. So is a movement where labels are
pictures or other arrays too, such as masks: the label wouldn't move. Where a label is several numbers you are warned: if they say places
in the picture, such as key points, they don't move with it.

## All of them

Each also has \`probability\`, from 0 to 1, the share of the times in which it is done: ${oftenest(augmentations, z)}. What would leave
nothing of a picture is a problem as well: a shift by the whole of it, a zoom to nothing, a crop larger than the picture.

${table(
  ['Type', 'Field', 'Value', 'Default', 'What it is'],
  augmentations.flatMap(augmentation => rows(augmentation, z)),
)}

## What it doesn't touch

Only steps see augmented examples. Evaluations, predictions, the test set and the last cost of a run, which is that of the
training set, have the pictures as they are. The cost of a step is that of what it saw, so it is often above that of the end.

## Whether it helps

What is harder to see takes longer to learn: give a network with augmentation more epochs, and train it without as well, since only
pictures that it never saw tell which is better. On the course’s 209 cats a small convolutional network, five seeds, reached
80.4 % of the test pictures with flip, rotate, shift, zoom and brightness after 60 epochs and 84.0 % after 150; without, 85.6 % and
88.4 %. It is too small to learn its pictures by heart, so there was little to be cured.

## The same again

What becomes of an example depends on the \`seed\`, the epoch, the example's place in the training set and the augmentation's
place in the list, by a counter-based generator (Philox). Neither the size of the batch nor the number of threads, nor a pause, nor
another augmentation after it changes it; a run that goes on sees what it would have seen. Where a step takes all examples, an
epoch is a step.

Pictures are changed while a step is prepared. \`npm run bench -- --only augment\` says what that takes of a step.
`;
}

const propertiesOf = ({ fields }, z) =>
  z.toJSONSchema(z.strictObject(fields), { target: 'draft-7', io: 'input' }).properties;

/** What `probability` is where it isn't written. */
function oftenest(augmentations, z) {
  const others = augmentations.flatMap(augmentation => {
    const share = propertiesOf(augmentation, z).probability.default;
    return share === 1 ? [] : [`${share} for \`"${augmentation.type}"\``];
  });
  return ['1 where it isn’t written', ...others].join(', ');
}

/** Each field of an augmentation with its values and, where it has one, its unit. */
function rows(augmentation, z) {
  const { type } = augmentation;
  const { probability: _, ...properties } = propertiesOf(augmentation, z);
  return Object.entries(properties).map(([name, field], i) => [
    i === 0 ? `\`"${type}"\`` : '',
    `\`${name}\``,
    typeWords(field),
    field.default === undefined ? (field.absent ?? '') : `\`${JSON.stringify(field.default)}\``,
    field.description ?? '',
  ]);
}
