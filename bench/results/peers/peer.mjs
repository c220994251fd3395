// The peers of the results: each turns a network and a seed into the question that its program is asked.
import pytorch from './pytorch.mjs';
import scikitLearn from './scikitLearn.mjs';

/** By the name that a task calls them. */
export const peers = { pytorch, 'scikit-learn': scikitLearn };
