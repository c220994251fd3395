import { expect, test } from 'vitest';
import { stripWords } from '../../../webview/panels/inspector/stripWords';

const known = { trusted: true, faulty: false, augmented: undefined };

test('the strip says why it shows no pictures, or old ones', () => {
  expect(stripWords(known)).toBe('Reading the pictures …');
  expect(stripWords({ ...known, trusted: false })).toBe(
    'This folder isn’t trusted, so Layerwise designs and checks only. Pictures are shown once it is trusted.',
  );
  expect(stripWords({ ...known, faulty: true })).toMatch(/settings before/);
  expect(stripWords({ ...known, augmented: { kind: 'fault', message: 'There is no x.npy.' } })).toBe(
    'There is no x.npy.',
  );
});
