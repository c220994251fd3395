import { expect, test } from 'vitest';
import { counterpart } from '../../../src/core/proposal/counterpart';

const mnist = [
  't10k-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
  'train-images-idx3-ubyte.gz',
  'train-labels-idx1-ubyte.gz',
];

test('finds the labels that belong to inputs', () => {
  expect(counterpart('train-images-idx3-ubyte.gz', mnist, 'labels')).toBe('train-labels-idx1-ubyte.gz');
  expect(counterpart('data/train_x.npy', ['data/train_x.npy', 'data/train_y.npy'], 'labels')).toBe(
    'data/train_y.npy',
  );
});

test('finds the test set that belongs to a training set', () => {
  expect(counterpart('train-labels-idx1-ubyte.gz', mnist, 'test')).toBe('t10k-labels-idx1-ubyte.gz');
  expect(counterpart('train_cats.h5', ['test_cats.h5', 'train_cats.h5'], 'test')).toBe('test_cats.h5');
});

test('finds nothing where there is no such file', () => {
  expect(counterpart('train_x.npy', ['train_x.npy'], 'labels')).toBeUndefined();
  expect(counterpart('iris.csv', ['iris.csv', 'test.csv'], 'test')).toBeUndefined();
});
