// npm test: installs what is missing and runs everything; `npm test -- unit` (check, unit, nodes, host, ui) runs a part.
// The last line is the sum of all parts: `N passed, N failed`. A part without a single test has failed.
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installNodes, installTools, installVscode } from './install.mjs';

endOnSignals();
await installTools();
await installVscode();

const { runChecks } = await import('./checks.mjs');
const { step } = await import('./step.mjs');
const { vitest } = await import('./vitest.mjs');

const PARTS = {
  check: runChecks,
  unit: () => vitest('unit', []),
  build: () => one(step('build', ['esbuild.mjs'])),
  package: () => one(step('package', ['scripts/package.mjs', '.vscode-test/layerwise.vsix'])),
  nodes: async () => {
    await installNodes();
    const { runNodeTests } = await import('../test/nodes/run.mjs');
    return runNodeTests();
  },
  host: async () => {
    const { runHostTests } = await import('../test/host/run.mjs');
    return runHostTests();
  },
  ui: () => vitest('ui', ['--config', 'test/ui/vitest.config.mts'], { again: true }),
};
/** What a part needs to have run before it. */
const NEEDS = { nodes: ['build'], host: ['build'], ui: ['build', 'package'] };

const asked = process.argv.slice(2);
for (const part of asked) {
  if (PARTS[part]) continue;
  console.error(`There is no part ${part}: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const chosen = new Set(asked.flatMap(part => [...(NEEDS[part] ?? []), part]));
const parts = Object.keys(PARTS).filter(part => asked.length === 0 || chosen.has(part));

const total = { passed: 0, failed: 0 };
const lines = [];
for (const part of parts) {
  const began = performance.now();
  const { passed, failed, remarks = [] } = await PARTS[part]();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  lines.push(`${part.padEnd(8)} ${passed} passed, ${failed} failed  ${seconds} s`, ...remarks);
}
console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;

async function one(result) {
  return (await result) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
