import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Choice } from './choice';
import type { Family } from './family';
import { kerasFamilies } from './keras/all';
import { numpyFamilies } from './numpy/all';
import { type PythonRunner, pythonRunner } from './pythonRunner';
import { torchFamilies } from './torch/all';

const libraries: Readonly<Record<string, readonly Family[]>> = {
  numpy: numpyFamilies,
  torch: torchFamilies,
  keras: kerasFamilies,
};

/**
 * Writes each family's programs into OUT/wrong/LIBRARY and OUT/right/LIBRARY. Python runs every one: the wrong ones
 * must fail, at the line that is then expected, and the right ones must not.
 */
async function generate(out: string, library: string, each: number, python: string): Promise<void> {
  const families = libraries[library];
  if (!families)
    throw new Error(`There are programs of ${Object.keys(libraries).join(', ')}, not of ${library}.`);
  const runner = await pythonRunner(python, library);
  for (const side of ['wrong', 'right']) await mkdir(join(out, side, library), { recursive: true });
  for (const family of families) await writeFamily(out, library, family, each, runner);
  await runner.close();
  console.log(`${library}: ${families.length} families of ${each} wrong programs and as many right ones`);
}

async function writeFamily(out: string, library: string, family: Family, each: number, runner: PythonRunner) {
  const seen = new Set<string>();
  for (let seed = 1; seen.size < each; seed++) {
    if (seed > 20 * each) throw new Error(`${family.name} has only ${seen.size} different programs.`);
    const faulty = family.write(new Choice(seed), true);
    const meant = family.write(new Choice(seed), false);
    if (seen.has(faulty)) continue;
    seen.add(faulty);
    const name = `${library}-${family.name}-${seed}`;
    const { lines, error } = await runner.run(faulty);
    if (lines.length === 0)
      throw new Error(`${name} was to fail and ended so: ${error ?? 'well'}\n${faulty}`);
    const well = await runner.run(meant);
    if (well.error) throw new Error(`${name} was to end well: ${well.error}\n${meant}`);
    const [line, ...callers] = lines;
    const expected = [{ line, kind: family.name, callers, error, inFile: true, verified: 'run' }];
    const wrong = join(out, 'wrong', library, name);
    await writeFile(`${wrong}.py`, faulty);
    await writeFile(`${wrong}.expected.json`, `${JSON.stringify(expected, null, 1)}\n`);
    await writeFile(join(out, 'right', library, `${name}.py`), meant);
  }
}

const [out, library, each = '4', python = '/usr/bin/python3'] = process.argv.slice(2);
if (!out || !library) {
  throw new Error('node bench/python/generate.mjs OUT numpy|torch|keras [PROGRAMS-A-FAMILY] [PYTHON]');
}
await generate(out, library, Number(each), python);
