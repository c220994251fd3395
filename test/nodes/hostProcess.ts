// A host on the Node that runs this: starts a training process as the extension does, and says what came of it.
import { readFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { startTrainer } from '../../src/host/process/startTrainer';
import type { MetricPoint, RunInfo } from '../../src/runs/run';

const [extension, storage, file] = process.argv.slice(2);
const context = {
  extensionUri: { fsPath: extension },
  globalStorageUri: { fsPath: storage },
  globalState: { get: () => undefined },
} as unknown as vscode.ExtensionContext;
const points: MetricPoint[] = [];
let info: RunInfo | undefined;
let fault: string | undefined;
const trainer = startTrainer(context);
trainer.onMessage(message => {
  if (message.type === 'metrics') points.push(...message.points);
  if (message.type === 'run') info = message.info;
  if (message.type === 'fault') fault = message.message;
});
trainer.onEnd(({ code, signal, errors }) => {
  const { state, engine, engineReasons } = info ?? {};
  const cost = points.at(-1)?.cost;
  console.log(JSON.stringify({ code, signal, errors, fault, state, engine, engineReasons, cost }));
});
trainer.send({ type: 'train', file: file!, text: readFileSync(file!, 'utf8'), paused: false });
