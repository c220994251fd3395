import { fieldTable, table } from './fieldTable.mjs';

/** docs/file-format.md */
export function fileFormat({
  networkSchema,
  layers,
  optimizers,
  schedules,
  augmentations,
  initializers,
  losses,
  activations,
  generators,
  z,
}) {
  const { properties } = z.toJSONSchema(networkSchema, { target: 'draft-7', io: 'input' });
  const [train, file, images, text, generator] = properties.data.anyOf;
  const things = (list, columns) =>
    table(
      ['Type', ...columns, 'When'],
      list.map(thing => [
        `\`"${thing.type}"\``,
        ...columns.map(column => cell(thing, column)),
        thing.summary,
      ]),
    );
  return `
# The network file

A network is a text file whose name ends with \`.nn.json\`. The designer, the command line and a text editor read and write
the same file, so it can be diffed, reviewed and undone like code. It is JSON; comments and a comma after the last item
are allowed and survive every edit of the designer. Weights are never in it: they are in the folder of a run.

\`\`\`jsonc
{
  "name": "cats",
  "data": {
    "train": { "x": "train_catvnoncat.h5#train_set_x", "y": "train_catvnoncat.h5#train_set_y" },
    "test": { "x": "test_catvnoncat.h5#test_set_x", "y": "test_catvnoncat.h5#test_set_y" },
    "scale": 255
  },
  "layers": [
    { "id": "input", "type": "input" },
    { "id": "flatten", "type": "flatten" },
    { "id": "hidden", "type": "dense", "units": 7, "activation": "relu" },
    { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
  ],
  "training": {
    "loss": "binary-cross-entropy",
    "optimizer": { "type": "sgd", "learningRate": 0.0075 },
    "iterations": 2500,
    "seed": 1
  }
}
\`\`\`

The JSON Schema is [\`media/nn.schema.json\`](../media/nn.schema.json). What can be wrong with a file, and what to do then,
is in [problems.md](problems.md).

## At the top

${fieldTable({ properties: Object.fromEntries(Object.entries(properties)), required: ['layers'] })}

## \`layers\`

A layer follows the one before it in the list. Where it doesn't, it names the layers that feed it in \`inputs\`; so branches,
skip connections and chains are one list. The network's output ŷ is the last layer that feeds no other.

Each layer has \`id\`, a name of its own under which its weights are saved too (\`hidden.W\`), \`type\`, and the fields of its type, which [layers.md](layers.md) lists:
${layers.map(({ type, summary }) => `\n- \`"${type}"\`: ${summary}`).join('')}

\`\`\`jsonc
"layers": [
  { "id": "input", "type": "input" },
  { "id": "hidden", "type": "dense", "units": 4, "activation": "relu" },
  { "id": "deeper", "type": "dense", "units": 4, "activation": "relu" },
  // a skip connection: hidden feeds deeper and this
  { "id": "sum", "type": "add", "inputs": ["hidden", "deeper"] },
  { "id": "output", "type": "dense", "units": 1, "activation": "sigmoid" }
]
\`\`\`

## \`data\`

One of five forms. Addresses are relative to the folder of the network file; \`#name\` chooses an array in a file that holds
several.

### Arrays: \`train\`

NPY, NPZ, HDF5, IDX (also \`.gz\`) or tables of numbers. The first axis is the examples.

| File | What is read |
| --- | --- |
| NPY, NPZ | Whole numbers of 8 to 64 bits, float16 to float64, booleans, in either byte order and either order of axes. Texts, records, complex numbers, dates and pickled objects are refused by name. |
| HDF5 | The same types, and enumerations as their numbers; contiguous, compact or in chunks, with gzip, SZIP, LZF, shuffle, scale-offset, n-bit and Fletcher32. Virtual data sets, values kept in other files, links into other files and other compressions are refused by name. |
| IDX | The types of the MNIST files, big-endian. |

What has a checksum is checked when it is read: each entry of an archive, \`.gz\`, Fletcher32. NPY and IDX have none, so a file that is
longer or shorter than its header says is refused. Whole numbers beyond 2⁵³ are rounded to float64, which the
choices say; labels that are such numbers are refused where they are classes, since two of them may become one.

${fieldTable(train)}

\`train\` and \`test\` have \`x\`, the inputs, and \`y\`, the labels.

### A table: \`file\`

CSV, TSV, JSON, JSON Lines, Excel (.xlsx), Parquet or ARFF. Which columns are numbers, which are one-hot encoded and which are left out is worked out, shown,
and kept with the model.

[tables.md](tables.md) says how: encoding, delimiter, names, what a comma means in a number, gaps, dates, codes.

${fieldTable(file)}

In \`columns\` the ways to read a column are

| Way | Reads it as |
| --- | --- |
| \`"number"\` | numbers; what a comma means in them is worked out |
| \`"decimal-point"\` | numbers with a point before the decimals; a comma stands before thousands |
| \`"decimal-comma"\` | numbers with a comma before the decimals; a point stands before thousands |
| \`"date"\` | dates, as days since 1970-01-01; which of day and month is first is worked out |
| \`"day-first"\`, \`"month-first"\` | dates written so |
| \`"one-hot"\` | categories, an input each; of the target, classes |
| \`"ordinal"\` | categories, by their rank; of the target, classes |
| \`"text"\` | tokens, in their order, from this column alone: see [text in a table](tables.md#text-in-a-column) |
| \`"ignore"\` | nothing: it is left out |

### Pictures: \`images\`

${fieldTable(images)}

### A text: \`text\`

An example is a run of \`window\` tokens, and its class is the token that comes next: the network is to end with a softmax of as many
units as there are tokens. Its inputs are the tokens' indices in the vocabulary, (T), which an \`embedding\` makes vectors of. The
vocabulary is that of the part that is learnt from, and kept with the model, so that a text is read in prediction as it was in
training. Examples of the test set with a token that isn't in it are left out and counted, unless one token stands for all
others. A line end is a token; words leave blanks out.

${fieldTable(text)}

Nothing may scale, standardise or normalise indices: they are names.

### Generated points: \`generator\`

${fieldTable(generator)}

What each generator makes, and with what noise and how many classes where none are written:

${table(
  ['Generator', 'Makes', 'Noise', 'Classes', 'At most'],
  generators.map(({ name, summary, noise, classes, mostClasses }) => [
    `\`"${name}"\``,
    summary,
    `\`${noise}\``,
    `\`${classes}\``,
    `\`${mostClasses}\``,
  ]),
)}

### \`split\`

${fieldTable(generator.properties.split)}

## \`training\`

${fieldTable(properties.training)}

### \`loss\`

${things(losses, ['Formula'])}

### \`optimizer\`

Its name alone, \`"adam"\`, or an object with its numbers, \`{ "type": "adam", "learningRate": 0.001 }\`.

${things(optimizers, ['Formula', 'Fields'])}

### \`schedule\`

How the learning rate changes on the way. Its name alone, \`"cosine"\`, or an object with its numbers:
\`{ "type": "cosine", "end": 0.01, "warmUp": 200 }\`. The designer draws it as a curve. t counts iterations, or epochs with
\`"per": "epoch"\`, from the end of the warm-up on, and T is how many of them there are. In a warm-up the rate rises in
equal steps, \`1/warmUp\`, \`2/warmUp\` …, to where the schedule begins. A run that is to take more steps than before is on the
schedule of that length from there on.

${things(schedules, ['Formula', 'Fields'])}

\`on-plateau\` goes by a figure that is measured every \`evaluateEvery\` iterations: after \`patience\` evaluations in a row
that bring nothing better (PyTorch counts one more, Keras as many), it multiplies the rate by \`factor\`. \`one-cycle\` is that
of PyTorch, without its change of momentum.

### \`augment\`

What is done to the examples before a step sees them, a list: \`[{ "type": "rotate", "degrees": 15 }, "flip"]\`.
[augmentation.md](augmentation.md) says how. Each has \`probability\`, the share of the times in which it is done.

${things(augmentations, ['Formula', 'Fields'])}

### \`l2Penalty\`, \`clip\`, \`labelSmoothing\`, \`classWeights\`

\`l2Penalty\` is λ of the notes: the cost is J + λ/(2m)·Σ‖W‖² and the gradient dW + λ/m·W, over the weights of the layers and
not their biases. m is the number of training examples, also where a step takes fewer. \`adamw\` lets weights decay without a
part in the cost.

\`"clip": { "norm": 1 }\` shortens the gradient of all parameters together to that length, \`"clip": { "value": 0.5 }\` bounds each
of its numbers; both are taken after the penalty.

\`labelSmoothing\` ε makes of a label y the label (1 − ε)·y + ε/K, with K classes. \`classWeights\` multiplies what each example
adds to the cost: J = 1/m·Σ w·L. \`"balanced"\` is m/(K·mₖ) for a class of mₖ examples. PyTorch divides by the sum of the weights
of a batch instead of its m.

All of these are in the cost of a step and in the last cost of a run, which is that over the training set. An *evaluation*, as
the test cost and \`layerwise evaluate\` are, tells of the predictions alone: it has none of them.

### \`stop\`

When a run is to end before its last step: \`{ "patience": 10 }\`, \`{ "figure": "accuracy", "target": 0.95 }\`, or both. What
ended it is said in the designer, in \`run.json\` and in the terminal. The evaluations are those at \`evaluateEvery\`.

${fieldTable(properties.training.properties.stop)}

## Activations

${things(activations, ['Formula'])}

## Initializers

${things(initializers, ['Formula', 'Fields'])}

## \`view\`

The last key, written by the designer: \`positions\`, where layers are pinned on the canvas. It has no part in a run.
`;
}

function cell({ formula, fields }, column) {
  if (column === 'Formula') return formula;
  return Object.entries(fields)
    .map(([name, field]) => `\`${name}\` ${field.parse(undefined) ?? field.meta().absent}`)
    .join(', ');
}
