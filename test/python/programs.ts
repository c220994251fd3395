import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = import.meta.dirname;

/** Every program of the Markdown tests: what other tests cut, double and mix. */
export const programs: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.md'))
  .sort()
  .flatMap(name => [
    ...readFileSync(path.join(folder, name), 'utf8').matchAll(/^```python\n([\s\S]*?)^```$/gm),
  ])
  .map(([, text]) => text!);
