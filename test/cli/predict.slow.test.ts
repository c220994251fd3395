import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine';

const { base, run, write } = commandLine();

describe('layerwise predict and evaluate', () => {
  it('use what a run has learnt', async () => {
    expect((await run('train', 'animals.nn.json', '--out', 'animals')).code).toBe(0);

    const evaluated = await run('evaluate', 'animals.nn.json', '--weights', 'animals', '--json');
    expect(evaluated.code).toBe(0);
    expect(evaluated.json).toMatchObject([
      { set: 'train', examples: 48, metrics: { accuracy: 1 }, classes: ['ant', 'bee, the', 'cat'] },
      { set: 'test', examples: 12, metrics: { accuracy: 1 } },
    ]);
    const shown = await run(
      'evaluate',
      'animals.nn.json',
      '--weights',
      'animals/last.safetensors',
      '--set',
      'test',
    );
    expect(shown.error).toMatch(/Data: .*48 examples train, 12 test \(split with seed 1\)\./);
    expect(shown.out).toMatch(
      /^Test set, 12 examples\nCost: 0\.\d{6}\nAccuracy: 100\.0 %\nMacro F1: 100\.0 %\n.*\n.*\ntrue \\ predicted +ant +bee, the +cat\n/,
    );
    expect(shown.out).toMatch(
      /\nclass +examples +precision +recall +F1\nant +\d+ +100\.0 % +100\.0 % +100\.0 %\n/,
    );

    // columns in another order, no label, and a text with a quote
    write('new.csv', 'colour,size\nred,1\nblue,22\n"red",11\n');
    const printed = await run('predict', 'animals.nn.json', '--weights', 'animals', '--input', 'new.csv');
    expect(printed.code).toBe(0);
    expect(printed.out.replace(/0\.\d+/g, 'p')).toBe(
      'colour,size,prediction,probability\nred,1,ant,p\nblue,22,cat,p\nred,11,"bee, the",p\n',
    );
    const lines = await run(
      'predict',
      'animals.nn.json',
      '--weights',
      'animals',
      '--input',
      'new.csv',
      '--json',
    );
    expect(lines.json).toMatchObject([
      { row: 0, prediction: 'ant' },
      { row: 1, prediction: 'cat' },
      { row: 2, prediction: 'bee, the' },
    ]);
    const written = await run(
      'predict',
      'animals.nn.json',
      '--weights',
      'animals',
      '--input',
      'new.csv',
      '--output',
      'y.csv',
    );
    expect(written).toMatchObject({ code: 0, out: '', error: 'Wrote 3 predictions to y.csv.\n' });
    expect(readFileSync(join(base, 'y.csv'), 'utf8')).toBe(printed.out);
  });

  it('take the last weights of a run, as the editor does, or the best', async () => {
    const { json } = await run('train', 'moons.nn.json', '--json', '--out', 'moons');
    const evaluate = async (...more: string[]) => {
      const args = ['evaluate', 'moons.nn.json', '--weights', 'moons', '--json', ...more];
      return (await run(...args)).json;
    };
    const { train, test } = json.at(-1)!;
    expect((await evaluate()).map(({ metrics }) => metrics)).toEqual([train, test]);
    expect(await evaluate('--best')).toHaveLength(2);
  });

  it('say what doesn’t fit', async () => {
    await run('train', 'moons.nn.json', '--out', 'fits');
    const fails = async (...args: string[]) => {
      const { code, out, error } = await run(...args);
      expect(out).toBe('');
      expect(error).toMatch(/^[^\n]+\n$/);
      expect(error).not.toMatch(/fault of its own|\bat .*:\d+:\d+/);
      return { code, error };
    };
    write('wide.csv', '1,2,3,4\n5,6,7,8\n');
    const wide = await fails('predict', 'moons.nn.json', '--weights', 'fits', '--input', 'wide.csv');
    expect(wide.code).toBe(1);
    expect(wide.error).toMatch(/4/);
    expect(wide.error).toMatch(/2/);
    const other = await fails('evaluate', 'animals.nn.json', '--weights', 'fits');
    expect(other).toMatchObject({ code: 1, error: expect.stringContaining('another network') });
    write('broken.safetensors', 'no');
    expect(await fails('evaluate', 'moons.nn.json', '--weights', 'broken.safetensors')).toMatchObject({
      code: 1,
    });
    expect((await fails('evaluate', 'moons.nn.json', '--weights', 'animals.csv')).error).toContain(
      'animals.csv can’t be used: This isn’t a weights file (.safetensors).\n',
    );
    expect((await fails('evaluate', 'moons.nn.json', '--weights', 'absent')).error).toContain('absent');
    expect(
      (await fails('predict', 'moons.nn.json', '--weights', 'fits', '--input', 'absent.csv')).error,
    ).toContain('absent.csv');
    for (const args of [
      ['evaluate', 'moons.nn.json', '--weights', 'absent.safetensors'],
      ['predict', 'moons.nn.json', '--weights', 'fits', '--input', 'absent.csv'],
    ]) {
      expect((await fails(...args)).code).toBe(2);
    }
    const same = await fails(
      'predict',
      'moons.nn.json',
      '--weights',
      'fits',
      '--input',
      'wide.csv',
      '--output',
      './wide.csv',
    );
    expect(same).toMatchObject({ code: 2, error: expect.stringContaining('would replace the input') });
  });

  it('replace nothing that they weren’t told to, and never what they read', async () => {
    await run('train', 'moons.nn.json', '--out', 'kept');
    write('points.csv', '1,2\n');
    write('mine.txt', 'mine');
    const to = (...output: string[]) =>
      run('predict', 'moons.nn.json', '--weights', 'kept', '--input', 'points.csv', '--output', ...output);
    expect(await to('mine.txt')).toMatchObject({
      code: 2,
      error: expect.stringMatching(
        /mine\.txt is there already: name another file, or give --force to replace it\.\n$/,
      ),
    });
    expect(readFileSync(join(base, 'mine.txt'), 'utf8')).toBe('mine');
    expect((await to('mine.txt', '--force')).code).toBe(0);
    expect(readFileSync(join(base, 'mine.txt'), 'utf8')).toMatch(/,prediction,probability\n/);
    for (const [output, what] of [
      ['moons.nn.json', 'the network'],
      ['kept/last.safetensors', 'the weights'],
      ['kept/metrics.jsonl', 'a file of the run'],
      ['points.csv', 'the input'],
    ] as const) {
      const before = readFileSync(join(base, output));
      expect(await to(output, '--force')).toMatchObject({
        code: 2,
        error: expect.stringContaining(`would replace ${what}: name another file.`),
      });
      expect(readFileSync(join(base, output))).toEqual(before);
    }
  });
});
