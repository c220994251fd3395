import * as z from 'zod';
import { metrics } from '../all';

/** What may be watched: the cost, or a metric by its type. */
const figures = ['cost', ...metrics.map(({ type }) => type)] as [string, ...string[]];

const figure = z.enum(figures).default('cost').meta({
  title: 'Figure',
  description: 'What is watched: the cost, or a metric.',
});

const set = z.enum(['test', 'train']).optional().meta({
  title: 'Measured on',
  description: 'Whether it is the figure of the test set or of the training set.',
  absent: 'test, where there is such a set',
});

const patience = z.int().min(1).max(1_000_000).meta({
  title: 'Patience',
  description: 'Evaluations in a row that bring nothing better before it acts; see evaluateEvery.',
});

const minDelta = z.number().min(0).default(0).meta({
  title: 'Least improvement',
  description: 'By how much a figure has to be better than the best so far to count as better.',
});

/** The fields of what goes by a figure that is measured on the way. */
export const watching = { figure, set, patience, minDelta };
