import { expect, it } from 'vitest';
import { nearest } from '../../../src/core/network/reading/nearest';

const words = ['relu', 'leaky-relu', 'tanh', 'sigmoid', 'learningRate', 'units', 'bias'];

it.each([
  ['rellu', 'relu'],
  ['ReLU', 'relu'],
  ['leakyrelu', 'leaky-relu'],
  ['tnah', 'tanh'],
  ['learning_rate', 'learningRate'],
  ['unit', 'units'],
  ['convolution', undefined],
  ['', undefined],
  ['x', undefined],
])('%s means %s', (word, meant) => {
  expect(nearest(word, words)).toBe(meant);
});
