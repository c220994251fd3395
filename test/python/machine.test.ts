import { expect, it } from 'vitest';
import { noFiles } from '../../src/python/files/dataFiles';
import { Machine } from '../../src/python/interpreter/machine';
import { newScope, setName } from '../../src/python/interpreter/names';
import { Store } from '../../src/python/interpreter/store';
import { Registry } from '../../src/python/ops/registry';
import { none, unknown } from '../../src/python/values/value';
import { openParser } from './openParser';

async function newMachine() {
  const { module } = (await openParser()).open('x = 1\n');
  return new Machine({
    module,
    registry: new Registry([]),
    files: noFiles,
    store: new Store(),
    moduleScope: newScope('module'),
    state: new Map(),
    fuel: 100,
    parts: {
      evaluate: () => unknown,
      run: () => 'next',
      invoke: () => unknown,
      attribute: () => unknown,
    },
  });
}

const place = (start: number) => ({ start, end: start + 1 });
const fault = { code: 'shape-mismatch', message: 'They differ.' };
const startsOf = (findings: Machine['findings']) => findings.problems.map(({ span }) => span.start);

it('keeps apart what a piece of work does, and has all of it afterwards', async () => {
  const machine = await newMachine();
  machine.report(place(0), fault);
  const outer = machine.record(() => {
    machine.report(place(1), fault);
    machine.followed.add('outer');
    machine.files.describe('a.csv');
    machine.fuel -= 10;
    return machine.record(() => {
      machine.report(place(2), fault);
      machine.followed.add('inner');
      machine.files.describe('b.csv');
      machine.imported.add('numpy');
      machine.fuel -= 5;
      setName(machine, 'W', none, { scope: machine.moduleScope, mark: 0, returns: [], alone: false });
      return 'done';
    });
  });
  const inner = outer.result;
  expect(inner.result).toBe('done');
  expect([startsOf(inner.findings), startsOf(outer.findings), startsOf(machine.findings)]).toEqual([
    [2],
    [1, 2],
    [0, 1, 2],
  ]);
  expect([[...inner.followed], [...outer.followed]]).toEqual([['inner'], ['outer', 'inner']]);
  expect([inner.used, outer.used, machine.fuel]).toEqual([5, 15, 85]);
  expect([inner.imported, outer.imported]).toEqual([['numpy'], ['numpy']]);
  expect([inner.names.set, outer.names.set]).toEqual([[['W', none]], [['W', none]]]);
  const answered = {
    describe: (path: string) => (path === 'b.csv' ? ({ kind: 'table', columns: [] } as const) : undefined),
  };
  expect([inner.files.isSame(noFiles), inner.files.isSame(answered), outer.files.isSame(answered)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('is as it was after work that throws, with what that found', async () => {
  const machine = await newMachine();
  const { findings, followed, functions, files, names } = machine;
  const throwing = () =>
    machine.record(() =>
      machine.muted(() =>
        machine.assuming(() => {
          machine.followed.add('f');
          throw new Error('enough');
        }),
      ),
    );
  expect(throwing).toThrow('enough');
  const after = { findings, followed, functions, files, names };
  for (const [name, held] of Object.entries(after)) expect(machine[name as keyof typeof after]).toBe(held);
  expect([...machine.followed]).toEqual(['f']);
  machine.report(place(0), fault);
  expect(machine.findings.problems).toMatchObject([{ severity: 'error' }]);
});

it('says nothing while muted, and nothing for certain while assuming', async () => {
  const machine = await newMachine();
  machine.muted(() => {
    expect(machine.isMuted).toBe(true);
    machine.report(place(0), fault);
  });
  machine.assuming(() => machine.report(place(1), fault));
  machine.report(place(2), fault);
  expect(machine.findings.problems.map(({ span, severity }) => [span.start, severity])).toEqual([
    [1, 'warning'],
    [2, 'error'],
  ]);
});
