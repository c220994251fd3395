// npm test: installs what is missing and runs everything; `npm test -- unit` (check, unit, timed, nodes, host, gallery, ui) runs a part.
// The last line is the sum of all parts: `N passed, N failed`. A part without a single test has failed.
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installNodes, installTools, installVscode } from './install.mjs';

endOnSignals();
await installTools();
await installVscode();

const { runChecks } = await import('./checks.mjs');
const { step } = await import('./step.mjs');
const { vitest } = await import('./vitest.mjs');

const UI = ['--config', 'test/ui/vitest.config.mts'];
/** Tests of how long something takes, which say nothing beside others. */
const TIMED = '**/*.timed.test.ts';
const PARTS = {
  check: runChecks,
  unit: () => vitest('unit', ['--exclude', TIMED]),
  // one file at a time, on a machine that does nothing else
  timed: () => vitest('timed', ['--no-file-parallelism'], { only: ['.timed.test.ts'] }),
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
  gallery: () => vitest('gallery', UI, { only: ['test/ui/gallery/'], again: true }),
  ui: () => vitest('ui', [...UI, '--exclude', 'test/ui/gallery/**'], { again: true }),
};
/** One part after the other. In a row of several lanes, each of which keeps a core busy, the lanes run side by side. */
const ROWS = [
  [['check']],
  [['unit']],
  [['timed']],
  [['build', 'package']],
  [['host']],
  [['nodes'], ['gallery']],
  [['ui']],
];
/** What a part needs to have run before it. */
const NEEDS = {
  nodes: ['build'],
  host: ['build'],
  gallery: ['build', 'package'],
  ui: ['build', 'package'],
};

const asked = process.argv.slice(2);
for (const part of asked) {
  if (PARTS[part]) continue;
  console.error(`There is no part ${part}: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const chosen = new Set(asked.flatMap(part => [...(NEEDS[part] ?? []), part]));
const isChosen = part => asked.length === 0 || chosen.has(part);

const results = new Map();
for (const row of ROWS) await Promise.all(row.map(runLane));
const parts = Object.keys(PARTS).filter(isChosen);
const lines = parts.flatMap(part => results.get(part).lines);
const total = sumOf([...results.values()]);
console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;

async function runLane(lane) {
  for (const part of lane.filter(isChosen)) {
    const began = performance.now();
    const { passed, failed, remarks = [] } = await PARTS[part]();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const line = `${part.padEnd(8)} ${passed} passed, ${failed} failed  ${seconds} s`;
    results.set(part, { passed, failed, lines: [line, ...remarks] });
  }
}

function sumOf(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

async function one(result) {
  return (await result) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
