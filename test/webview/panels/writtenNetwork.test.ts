import { expect, it } from 'vitest';
import { initialState } from '../../../webview/initialState';
import { writtenNetwork } from '../../../webview/panels/inspector/writtenNetwork';

const written = (text: string) =>
  writtenNetwork({
    ...initialState(),
    document: { text, version: 1, name: 'a.nn.json', editable: true },
  });

it('what is written is read as far as it goes', () => {
  expect(written('{ "name": "a", // the name\n "layers": [1,')).toEqual({ name: 'a', layers: [1] });
  expect(written('')).toEqual({});
  expect(written('[1]')).toEqual({});
});

it('a text of thousands of brackets is nothing, and no error', () => {
  expect(written('['.repeat(10_000))).toEqual({});
  expect(written(`{"data":${'{"a":'.repeat(10_000)}`)).toEqual({});
});
