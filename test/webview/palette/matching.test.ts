import { expect, test } from 'vitest';
import { layers } from '../../../src/core/layers';
import { blocks } from '../../../src/core/layers/blocks';
import { matching } from '../../../webview/palette/matching';

const types = (search: string) => matching(layers, search).map(({ type }) => type);

test('without a search, all layers are there, what a beginner meets first, and inputs last', () => {
  expect(types('')).toHaveLength(layers.length);
  expect(types('').slice(0, 5)).toEqual(['dense', 'conv2d', 'max-pool2d', 'flatten', 'dropout']);
  expect(types('').at(-1)).toBe('input');
});

test('what begins with the search comes first', () => {
  expect(types('den')[0]).toBe('dense');
  expect(types('ADD')[0]).toBe('add');
  expect(types('conv')[0]).toBe('conv2d');
  expect(types('pool')[0]).toBe('max-pool2d');
});

test('the summary is searched too, and every word has to be found', () => {
  expect(types('skip')).toContain('add');
  expect(types('picture')).toContain('flatten');
  expect(types('flatten skip')).toEqual([]);
  expect(types('(')).toEqual([]);
});

test('a block is found by its name, and stands before what it is made of', () => {
  const found = (search: string) => matching([...layers, ...blocks], search).map(({ type }) => type);
  expect(found('transf')[0]).toBe('transformer-block');
  expect(found('').indexOf('transformer-block')).toBe(found('').indexOf('self-attention') - 2);
});
