import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Choice } from './choice';
import type { Family } from './family';
import { numpyFamilies } from './numpy/all';
import { runProgram } from './runProgram';
import { torchFamilies } from './torch/all';

const libraries: Readonly<Record<string, readonly Family[]>> = { numpy: numpyFamilies, torch: torchFamilies };

/**
 * Writes each family's programs into OUT/wrong/LIBRARY and OUT/right/LIBRARY. Python runs every one: the wrong ones
 * must fail, at the line that is then expected, and the right ones must not.
 */
export async function generate(out: string, each: number, python: string): Promise<void> {
  for (const [library, families] of Object.entries(libraries)) {
    const wrong = join(out, 'wrong', library);
    const right = join(out, 'right', library);
    await mkdir(wrong, { recursive: true });
    await mkdir(right, { recursive: true });
    let written = 0;
    for (const family of families) {
      const seen = new Set<string>();
      for (let seed = 1; seen.size < each && seed < 20 * each; seed++) {
        const faulty = family.write(new Choice(seed), true);
        const meant = family.write(new Choice(seed), false);
        if (seen.has(faulty)) continue;
        seen.add(faulty);
        const name = `${library}-${family.name}-${seed}`;
        const ending = await runProgram(python, faulty);
        if (ending.lines.length === 0)
          throw new Error(`${name} was to fail and ended so: ${ending.error ?? 'well'}\n${faulty}`);
        const [line, ...callers] = ending.lines;
        const expected = [
          { line, kind: family.name, callers, error: ending.error, inFile: true, verified: 'run' },
        ];
        const well = await runProgram(python, meant);
        if (well.error) throw new Error(`${name} was to end well: ${well.error}\n${meant}`);
        await writeFile(join(wrong, `${name}.py`), faulty);
        await writeFile(join(wrong, `${name}.expected.json`), `${JSON.stringify(expected, null, 1)}\n`);
        await writeFile(join(right, `${name}.py`), meant);
        written++;
      }
    }
    console.log(
      `${library}: ${written} wrong programs and as many right ones in ${families.length} families`,
    );
  }
}

const [out, each = '5', python = '/usr/bin/python3'] = process.argv.slice(2);
if (!out)
  throw new Error('Say where to write: node bench/python/generate.mjs OUT [PROGRAMS-A-FAMILY] [PYTHON]');
await generate(out, Number(each), python);
