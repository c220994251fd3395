import { expect, test } from 'vitest';
import { typedValues } from '../../../src/data/inputs/typedValues';
import type { Preprocessing } from '../../../src/data/preprocessing';
import type { Notation } from '../../../src/data/tables/numbers/notation';

const learnt = (notation: Notation): Preprocessing => ({
  inputShape: [2],
  columns: [
    { name: 'a', as: 'number', missing: 0, notation },
    { name: 'b', as: 'number', missing: 0, notation: { decimal: '.' } },
  ],
  targets: { names: ['y'], binary: false },
});

test('a typed row is parted by commas, semicolons or tabs', () => {
  expect(typedValues('1.5, 2;3\t4', learnt({ decimal: '.' }))).toEqual(['1.5', '2', '3', '4']);
  expect(typedValues('1.5,2', undefined)).toEqual(['1.5', '2']);
});

test.each<Notation>([{ decimal: ',' }, { decimal: '.', thousands: ',' }])(
  'but not by commas where one stands in numbers: %o',
  notation => {
    expect(typedValues('1,352; 2', learnt(notation))).toEqual(['1,352', '2']);
  },
);
