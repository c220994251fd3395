/** How the test set is taken where the file says nothing: a fifth, seed 1. */
export const defaultSplit = { test: 0.2, seed: 1 };
