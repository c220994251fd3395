// The peers of the results: each turns a network and a seed into the question that its program is asked.
import mlpRegressor from './mlpRegressor.mjs';
import pytorch from './pytorch.mjs';

/** By the name that a task calls them. */
export const peers = { pytorch, 'mlp-regressor': mlpRegressor };
