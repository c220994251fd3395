import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Expected, readExpected } from './expected';
import { type Library, libraryOf } from './libraryOf';

export interface Program {
  readonly file: string;
  readonly text: string;
  readonly library: Library;
  /** Empty for a right program. */
  readonly expected: readonly Expected[];
}

/** The Python programs of a file or a folder, in the order of their names. */
export async function readPrograms(where: string): Promise<Program[]> {
  const files = (await stat(where)).isDirectory()
    ? (await readdir(where, { recursive: true })).map(name => path.join(where, name))
    : [where];
  const programs: Program[] = [];
  for (const file of files.filter(name => name.endsWith('.py')).sort()) {
    const text = await readFile(file, 'utf8');
    const sidecar = file.replace(/\.py$/, '.expected.json');
    const expected = existsSync(sidecar) ? readExpected(sidecar, await readFile(sidecar, 'utf8')) : [];
    programs.push({ file, text, library: libraryOf(file, text), expected });
  }
  return programs;
}
