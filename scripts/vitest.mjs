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
 * @param {{only?: string[], again?: boolean}} [options] `only`: parts of the paths of the files to run, else all are.
 *   `again`: files with a failed test run once more, in windows of their own, since a browser on a busy machine can be
 *   late for once. What passes only then is named beside the sums.
 * @returns {Promise<{passed: number, failed: number, remarks: string[]}>}
 */
export async function vitest(name, args, { only = [], again = false } = {}) {
  const first = await run(name, [...args, ...only]);
  if (!again || first.failures.length === 0) return counts(first);
  const files = [...new Set(first.failures.map(({ file }) => file))];
  const second = await run(name, [...args, ...files]);
  return {
    passed: first.passed - first.results.filter(inFiles(files)).filter(passed).length + second.passed,
    failed: second.failed,
    remarks: [
      ...first.failures.map(({ test }) => `failed at first: ${test}`),
      ...second.failures.map(({ test }) => `failed again: ${test}`),
    ],
  };
}

const counts = ({ passed, failed, failures }) => ({
  passed,
  failed,
  remarks: failures.map(({ test }) => `failed: ${test}`),
});

const passed = ({ status }) => status === 'passed';
const inFiles = files => result => files.includes(result.file);

async function run(name, args) {
  const report = path.join(root, '.vscode-test', `${name}-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await step(`${name} tests`, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], {
    show: true,
  });
  const results = read(report);
  fs.rmSync(report, { force: true });
  for (const { test, status } of results) {
    if (status === 'skipped' || status === 'pending') console.log(`not run: ${test}`);
  }
  const passes = results.filter(passed).length;
  const failures = results.filter(({ status }) => status === 'failed' || status === 'todo');
  return { passed: passes, failed: Math.max(failures.length, ok && passes > 0 ? 0 : 1), failures, results };
}

/** What each test came to; a file that failed outside its tests counts as one more that did. */
function read(report) {
  if (!fs.existsSync(report)) return [];
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name);
    const tests = assertionResults.map(each => ({
      file,
      test: `${file}: ${each.fullName}`,
      status: each.status,
    }));
    const outside = status === 'failed' && !tests.some(each => each.status === 'failed');
    return outside ? [...tests, { file, test: file, status }] : tests;
  });
}
