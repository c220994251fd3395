import { describe, expect, it } from 'vitest';
import { typedColumns } from '../../../src/data/inputs/typedColumns';
import type { Preprocessing } from '../../../src/data/preprocessing';
import { rangesOf } from '../../../src/data/ranges';

const people: Preprocessing = {
  inputShape: [5],
  columns: [
    { name: 'age', as: 'number', missing: 40 },
    { name: 'sex', as: 'one-hot', values: ['female', 'male'] },
    { name: 'class', as: 'ordinal', values: ['1', '2', '3'] },
    { name: 'balance', as: 'number', missing: 0 },
  ],
  ranges: [
    [18, 90],
    [0, 1],
    [0, 1],
    [0, 2],
    [-120.5, 3000],
  ],
  targets: { names: ['y'], binary: true },
};

describe('the columns of a row to predict', () => {
  it('have the range of the training set where they are numbers', () => {
    expect(typedColumns(people).map(({ name, range, rangeText }) => [name, range, rangeText])).toEqual([
      ['age', [18, 90], '18–90'],
      ['sex', undefined, undefined],
      ['class', undefined, undefined],
      ['balance', [-120.5, 3000], '-120.5 to 3000'],
    ]);
  });

  it('have the range of dates as dates, in the order in which they are typed', () => {
    const orders = ['year-first', 'day-first', 'month-first'] as const;
    const days = Date.UTC(2020, 1, 3) / 86_400_000;
    const columns = typedColumns({
      inputShape: [3],
      columns: orders.map(date => ({ name: date, as: 'number', missing: 0, notation: { date } })),
      ranges: orders.map(() => [days, days + 300.75] as const),
      targets: { names: ['y'], binary: true },
    });
    expect(columns.map(({ rangeText }) => rangeText)).toEqual([
      '2020-02-03 to 2020-11-29',
      '03.02.2020 to 29.11.2020',
      '02/03/2020 to 11/29/2020',
    ]);
    for (const { text, fault } of columns) expect(fault(text(days)!)).toBeUndefined();
  });

  it('are the inputs one by one where there is no table, in a run from before ranges were kept too', () => {
    const columns = typedColumns({ inputShape: [2], targets: { names: [], binary: true } });
    expect(columns.map(({ name, at, range }) => [name, at, range])).toEqual([
      ['x1', 0, undefined],
      ['x2', 1, undefined],
    ]);
  });

  it('say what is wrong with a text, and nothing of none', () => {
    const [age, sex, rank] = typedColumns(people);
    expect([age!.fault('31'), age!.fault(' 3.5 '), age!.fault(''), sex!.fault('other')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(age!.fault('young')).toBe("'young' in column age isn't a number.");
    expect(rank!.fault('4')).toContain("'4' in column class wasn't there in training");
  });

  it('may be unknown where training knows what stands for that', () => {
    expect(typedColumns(people).map(({ gap }) => gap)).toEqual([true, true, false, true]);
  });
});

describe('the ranges', () => {
  it('are those of the rows that are learnt from', () => {
    const data = Float64Array.of(1, 10, 2, 20, 900, -5, 3, 15);
    expect(rangesOf(data, 2, undefined, 4)).toEqual([
      [1, 900],
      [-5, 20],
    ]);
    expect(rangesOf(data, 2, Uint32Array.of(0, 1, 3), 3)).toEqual([
      [1, 3],
      [10, 20],
    ]);
  });

  it('leave out what is no number', () => {
    expect(rangesOf(Float64Array.of(Number.NaN, 2, Number.NaN, 1), 2, undefined, 2)).toEqual([
      [0, 0],
      [1, 2],
    ]);
  });
});
