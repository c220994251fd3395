// The entry that VS Code calls inside the extension host: runs every test file beside this one.
import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 180_000,
    forbidPending: true,
    forbidOnly: true,
  });
  for (const name of fs.readdirSync(__dirname)) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  const { passes, failures } = await new Promise<Mocha.Stats>(resolve => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  const results = process.env.LAYERWISE_RESULTS; // none in the debugger
  if (results) fs.writeFileSync(results, JSON.stringify({ passed: passes, failed: failures }));
  if (failures) throw new Error(`${failures} tests failed`);
}
