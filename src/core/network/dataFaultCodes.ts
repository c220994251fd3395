/** The codes under which `src/data` reports faults, for the docs; a test holds them to the code. */
export const dataFaultCodes: readonly { readonly code: string; readonly why: string }[] = [
  { code: 'missing-data-file', why: 'A file or folder that is named isn’t there.' },
  { code: 'bad-data-file', why: 'A file isn’t of its format, is cut off, or is damaged.' },
  {
    code: 'bad-picture',
    why: 'A picture is damaged, or of a kind that isn’t read. It can be left out: its name then stands in leaveOut.',
  },
  {
    code: 'data-too-big',
    why: 'More values than can be held in memory, or more than a file’s size allows. Arrays of which an example is a row may be bigger, where they aren’t compressed.',
  },
  { code: 'file-changed', why: 'A file was changed while it was being read.' },
  { code: 'missing-dataset', why: 'A file has no array with the name after #.' },
  { code: 'missing-column', why: 'A table has no column with that name.' },
  { code: 'bad-column', why: 'A column can’t be read in the way that is asked for.' },
  { code: 'bad-cell', why: 'A cell doesn’t hold what its column holds elsewhere.' },
  {
    code: 'doubtful-numbers',
    why: 'The numbers or dates of a column can be read in two ways, and nothing in the table says which is meant.',
  },
  { code: 'ragged-rows', why: 'A row has more or fewer cells than the others.' },
  { code: 'no-examples', why: 'There are no examples: the file is empty or only a header.' },
  { code: 'no-inputs', why: 'No column is left that could be an input.' },
  { code: 'length-mismatch', why: 'Inputs and labels, or training and test set, don’t go together.' },
  { code: 'not-finite', why: 'A value is not a number or infinite.' },
  { code: 'one-class', why: 'All labels are the same, so there is nothing to tell apart.' },
  { code: 'unknown-class', why: 'A label is none of the classes of the training set.' },
  { code: 'unknown-category', why: 'A text is none of the values that the column had in the training set.' },
  {
    code: 'unknown-token',
    why: 'A number that an embedding has no row for, or a text to predict on with a character or word that the text of the training didn’t have.',
  },
  { code: 'wrong-width', why: 'An input has another number of values than the network takes.' },
  { code: 'bad-value', why: 'A typed value isn’t of the kind its input takes.' },
];
