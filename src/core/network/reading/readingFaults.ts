/** A kind of problem that is found while a file is read, before any rule is asked. Documentation; the codes are tested. */
export interface ReadingFault {
  readonly code: string;
  readonly why: string;
  /** A network that has it, where one can be written. */
  readonly bad?: string;
}

export const readingFaults: readonly ReadingFault[] = [
  {
    code: 'bad-json',
    why: 'The text is not JSON. Comments and a comma after the last item are allowed. Everything that can still be understood is shown.',
    bad: '{ "layers": [ { "id": "input" "type": "input" } ] }',
  },
  {
    code: 'too-large',
    why: 'The text has more than 5 million characters, or the network more than 10,000 layers. Weights and data belong in files of their own.',
  },
  { code: 'too-deep', why: 'Brackets are nested more than 100 deep, which no network needs.' },
  {
    code: 'more-problems',
    why: 'Of very many problems 200 are shown: errors first, then warnings, and of each the first in the file. This one stands at the end and says how many more there are. After 1,000 faults of a kind no more of it are looked for.',
  },
  {
    code: 'missing-field',
    why: 'A field that can’t be left out isn’t written.',
    bad: '{ "layers": [ { "id": "input", "type": "input" }, { "id": "output", "type": "dense" } ] }',
  },
  {
    code: 'unknown-field',
    why: 'There is no such field: it is misspelt, or belongs elsewhere.',
    bad: '{ "layers": [ { "id": "input", "type": "input" }, { "id": "output", "type": "dense", "unit": 1 } ] }',
  },
  {
    code: 'unknown-type',
    why: 'There is no such type of layer. The layer stays on the canvas; nothing is known of its shapes.',
    bad: '{ "layers": [ { "id": "input", "type": "input" }, { "id": "output", "type": "dens", "units": 1 } ] }',
  },
  {
    code: 'bad-value',
    why: 'A value is of the wrong kind or outside its range. For the shapes the field counts as not written.',
    bad: '{ "layers": [ { "id": "input", "type": "input" }, { "id": "output", "type": "dense", "units": 0 } ] }',
  },
  {
    code: 'duplicate-id',
    why: 'Two layers have one id, so it isn’t clear which one an input means.',
    bad: '{ "layers": [ { "id": "a", "type": "input" }, { "id": "a", "type": "dense", "units": 1 } ] }',
  },
  {
    code: 'duplicate-field',
    why: 'A field is written twice in one object. JSON takes the last.',
    bad: '{ "layers": [ { "id": "input", "type": "input" }, { "id": "output", "type": "dense", "units": 1, "units": 2 } ] }',
  },
  {
    code: 'missing-flatten',
    why: 'A layer takes a vector but gets a picture. A flatten layer lays its pixels into one column.',
    bad: '{ "layers": [ { "id": "input", "type": "input", "shape": [64, 64, 3] }, { "id": "output", "type": "dense", "units": 1 } ] }',
  },
  {
    code: 'not-a-picture',
    why: 'A layer takes pictures but gets a vector. A reshape layer gives its values the height, width and channels of a picture.',
    bad: '{ "layers": [ { "id": "input", "type": "input", "shape": [784] }, { "id": "pad", "type": "zero-pad" } ] }',
  },
  {
    code: 'shape-mismatch',
    why: 'Layers that are joined have shapes that don’t fit each other, or a layer is asked for a shape that its input can’t have.',
    bad: '{ "layers": [ { "id": "input", "type": "input", "shape": [2] }, { "id": "hidden", "type": "dense", "units": 3, "activation": "relu" }, { "id": "sum", "type": "add", "inputs": ["input", "hidden"] } ] }',
  },
];
