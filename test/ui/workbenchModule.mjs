import fs from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';

/** All of workbench.ts, which is TypeScript without imports at run time, for programs that are none. */
export async function workbenchModule() {
  const source = fs.readFileSync(path.join(import.meta.dirname, 'workbench.ts'), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}
