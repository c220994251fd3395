import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChosenWay } from '../../../src/platform/kernels/chooseWay';
import { keptWay } from '../../../src/platform/kernels/keptWay';
import { waysOf } from '../../../src/platform/kernels/ways';
import { temporaryFolder } from '../../runs/temporaryFolder';

const base = temporaryFolder();
const [first, second] = waysOf('float32');
const chosen: ChosenWay = { way: second, failures: ['The first: died.'], tried: true };
const never = () => Promise.reject(new Error('It was kept.'));
const fileIn = (folder: string) => join(folder, readdirSync(folder)[0]!);

describe('a way that was chosen', () => {
  it('is kept for this V8, in a folder that need not be there', async () => {
    const folder = join(base, 'kept', 'inside');
    const made = await keptWay('float32', folder, async () => chosen);
    expect(made).toEqual({ ...chosen, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(await keptWay('float32', folder, never)).toEqual(made);
    expect(readdirSync(folder)).toEqual([expect.stringContaining(process.versions.v8)]);
    // another precision is another trial
    await expect(keptWay('float64', folder, never)).rejects.toThrow('It was kept.');
  });

  it('is kept too where none works', async () => {
    const folder = join(base, 'none');
    await keptWay('float32', folder, async () => ({ way: undefined, failures: ['All died.'], tried: true }));
    expect(await keptWay('float32', folder, never)).toMatchObject({
      way: undefined,
      failures: ['All died.'],
    });
  });

  it('is not kept where it was not tried', async () => {
    const folder = join(base, 'untried');
    await keptWay('float32', folder, async () => ({ way: first, failures: [], tried: false }));
    await expect(keptWay('float32', folder, never)).rejects.toThrow('It was kept.');
  });

  it.each<[string, (text: string) => string]>([
    ['of other kernels or another processor', text => text.replace(/"on": "../, '"on": "..')],
    ['that nobody knows', text => text.replace('at-once', 'at-twice')],
    ['of another precision', text => text.replace('"float32 ', '"float64 ')],
    ['in half a file', text => text.slice(0, 40)],
    ['in no file of ours', () => '[]'],
    ['in a file that is far too large', text => `${text}${' '.repeat(30_000)}`],
    ['in a file of nothing', () => ''],
  ])('%s is chosen again, and kept in its place', async (what, change) => {
    const folder = join(base, what);
    await keptWay('float32', folder, async () => chosen);
    const file = fileIn(folder);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const again = { ...chosen, way: first, failures: [] };
    expect(await keptWay('float32', folder, async () => again)).toMatchObject(again);
    expect(await keptWay('float32', folder, never)).toMatchObject(again);
  });

  it('is used where it can’t be kept', async () => {
    const file = join(base, 'file');
    writeFileSync(file, '');
    expect(await keptWay('float32', join(file, 'cache'), async () => chosen)).toMatchObject(chosen);
    const taken = join(base, 'taken');
    await keptWay('float32', taken, async () => chosen);
    const name = fileIn(taken);
    const other = join(base, 'folder');
    mkdirSync(join(other, name.slice(taken.length + 1)), { recursive: true });
    expect(await keptWay('float32', other, async () => chosen)).toMatchObject(chosen);
    expect(await keptWay('float32', undefined, async () => chosen)).toMatchObject(chosen);
  });
});
