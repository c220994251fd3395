import { step } from './step.mjs';

/** What is checked without running the product; each counts as one test. */
const CHECKS = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  'generated files are up to date': ['scripts/gen.mjs', '--check'],
};

/** @returns {Promise<{passed: number, failed: number}>} */
export async function runChecks() {
  const results = [];
  for (const [name, args] of Object.entries(CHECKS)) results.push(await step(name, args));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}
