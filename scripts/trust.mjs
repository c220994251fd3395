// npm run trust: every row of test/trust in full, printed as a table; `npm run trust -- WORD` runs the files whose path
// has that word. `npm test` runs a quick part of each row.
import fs from 'node:fs';
import path from 'node:path';
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installTools, installVscode } from './install.mjs';

endOnSignals();
await installTools();
await installVscode();

const { step } = await import('./step.mjs');
const { vitest } = await import('./vitest.mjs');
const { trustFiles } = await import('./trustFiles.mjs');

const report = path.join(path.dirname(import.meta.dirname), '.vscode-test', `trust-${process.pid}.jsonl`);
fs.mkdirSync(path.dirname(report), { recursive: true });
fs.writeFileSync(report, '');
process.env.LAYERWISE_TRUST_REPORT = report;

const built =
  (await step('build', ['esbuild.mjs'])) &&
  (await step('package', ['scripts/package.mjs', '.vscode-test/layerwise.vsix']));
const runs = [
  // one file after the other: some rows measure times
  ['trust', ['--no-file-parallelism'], 'test/trust'],
  ['trust in VS Code', ['--config', 'test/ui/vitest.config.mts'], 'test/ui/trust'],
];
const words = process.argv.slice(2);
let failed = built ? 0 : 1;
for (const [name, args, folder] of built ? runs : []) {
  const files = trustFiles(folder, words);
  if (files.length > 0) failed += (await vitest(name, [...args, ...files])).failed;
}

const lines = fs
  .readFileSync(report, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map(line => JSON.parse(line));
fs.rmSync(report);
const width = Math.max(...lines.map(({ name }) => name.length), 4);
console.log(`\n${'row'.padEnd(width)}   tried  passed  seconds`);
for (const { name, tried, passed, seconds } of lines) {
  const figures = [String(tried).padStart(7), String(passed).padStart(7), seconds.toFixed(1).padStart(8)];
  console.log(`${name.padEnd(width)} ${figures.join(' ')}`);
}
console.log(`${lines.length} rows, ${failed} failed`);
process.exitCode = failed || lines.length === 0 ? 1 : 0;
