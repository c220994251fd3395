import fs from 'node:fs';
import path from 'node:path';
import { step } from './step.mjs';

const root = path.dirname(import.meta.dirname);

/**
 * Runs Vitest and counts. A test that is still to be written (todo) counts as failed, and so does a file that can't be
 * loaded or an error outside any test. A test that can't run here (its data are not part of the project) is named.
 *
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function vitest(name, args) {
  const report = path.join(root, '.vscode-test', `${name}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await step(`${name} tests`, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    show: true,
  });
  const { passed, failed, left } = counts(report);
  fs.rmSync(report, { force: true });
  for (const test of left) console.log(`not run: ${test}`);
  return { passed, failed: Math.max(failed, ok && passed > 0 ? 0 : 1) };
}

function counts(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 1, left: [] };
  const { numPassedTests, numFailedTests, numTodoTests, testResults } = JSON.parse(
    fs.readFileSync(report, 'utf8'),
  );
  const unloaded = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: numPassedTests,
    failed: numFailedTests + numTodoTests + unloaded.length,
    left: testResults
      .flatMap(file => file.assertionResults)
      .filter(test => test.status === 'skipped' || test.status === 'pending')
      .map(test => test.fullName),
  };
}
