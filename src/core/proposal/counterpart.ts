type Renaming = (name: string) => string;

/** What the name of inputs becomes in the name of their labels, of a training set in that of its test set. */
const renamings: Readonly<Record<'labels' | 'test', readonly Renaming[]>> = {
  labels: [
    // MNIST: train-images-idx3-ubyte, train-labels-idx1-ubyte
    name => name.replace(/images/i, 'labels').replace(/idx3/i, 'idx1'),
    name => name.replace(/inputs/i, 'labels'),
    name => name.replace(/(^|[^a-z])x([^a-z]|$)/i, '$1y$2'),
  ],
  test: [name => name.replace(/train/gi, 'test'), name => name.replace(/train/gi, 't10k')],
};

/** The file among `files` that holds the labels, or the test set, that belong to `file`, as its name says. */
export function counterpart(
  file: string,
  files: readonly string[],
  what: keyof typeof renamings,
): string | undefined {
  return renamings[what].map(rename => rename(file)).find(name => name !== file && files.includes(name));
}
