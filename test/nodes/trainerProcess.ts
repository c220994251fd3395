// On the Node that runs this: a training process that is stopped, and one that goes on with its run to the end.
import { readFileSync } from 'node:fs';
import { Trainer } from '../trainer/trainer';

const [bundle, file] = process.argv.slice(2);
const first = new Trainer(bundle!);
first.send({ type: 'train', file: file!, text: readFileSync(file!, 'utf8'), paused: true });
await first.until(() => first.states.includes('paused'));
first.send({ type: 'step' });
await first.until(() => first.points.length > 0);
first.send({ type: 'stop' });
await first.ended;
const second = new Trainer(bundle!);
second.send({ type: 'resume-run', folder: first.info.folder, paused: false });
const { code, signal } = await second.ended;
const [fault] = [...first.all('fault'), ...second.all('fault')];
const { engine, engineReasons } = second.info;
console.log(
  JSON.stringify({
    code,
    signal,
    fault: fault?.message,
    stopped: first.states.at(-1),
    state: second.states.at(-1),
    engine,
    engineReasons,
    cost: second.points.at(-1)?.cost,
  }),
);
