// npm run check: the part of the tests for daily work, under a minute: types, lint, generated files, and the unit
// tests whose files aren't named *.slow.test.ts or *.timed.test.ts.
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installTools } from './install.mjs';

endOnSignals();
await installTools();

const { runChecks } = await import('./checks.mjs');
const { vitest } = await import('./vitest.mjs');

const checks = await runChecks();
const tests = await vitest('unit', ['--exclude', '**/*.slow.test.ts', '--exclude', '**/*.timed.test.ts']);
const failed = checks.failed + tests.failed;
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
