// The process that checks Python for the host: a check never holds up what is typed, and one that takes too long ends
// with the process. Programs are never run; data files are read by the host's other process, and told of here.
import { pythonModules } from '../platform/pythonModules';
import { type FromPythonChecker, readToPythonChecker } from '../protocol/pythonChecker';
import { loadPython } from '../python/loadPython';
import { Programs } from './programs';

// the bundles and the parser's WebAssembly are in one folder
const programs = loadPython().then(
  async python => new Programs(python, await python.pythonParser(await pythonModules(__dirname))),
);

process.on('message', async said => {
  const message = readToPythonChecker(said);
  if (!message) throw new Error('The host sent a message that this process doesn’t know.');
  const answer: FromPythonChecker | undefined = (await programs).answer(message);
  if (answer) process.send?.(answer);
});
process.on('disconnect', () => process.exit());
