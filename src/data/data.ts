/** The data of the workspace: what a network file's `data` names, described, read for training, or read to be predicted. */
export { DataError } from './dataError';
export { describeData } from './describe';
export { Examples, type ShownExample } from './examples';
export { readImage } from './images/readImage';
export { type InputSource, type LoadedInputs, loadInputs } from './inputs/loadInputs';
export { type LoadedData, loadData } from './load';
export { Cancelled, type Reading } from './reading';
