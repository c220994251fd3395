// A process that writes a checkpoint at each step and tells its parent of each that it was told of itself.
import { readFileSync } from 'node:fs';
import { newRun } from '../../../src/runs/training/newRun';
import { startSession } from '../../../src/runs/training/session';

const [file] = process.argv.slice(2) as [string];
const session = startSession(reading => newRun({ file, text: readFileSync(file, 'utf8') }, reading), {
  run: ({ folder, iteration }) => process.send?.({ type: 'kept', folder, iteration }),
  metric: () => session.pause(),
  state(state) {
    if (state === 'paused') session.resume();
  },
});
session.ended.then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
