import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { newRun, runsOf, trainers } from './runs';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;
const network = 'engine.nn.json';
const text = JSON.stringify({
  data: { generator: 'xor', examples: 40, seed: 1 },
  layers: [
    { id: 'input', type: 'input' },
    { id: 'hidden', type: 'dense', units: 4, activation: 'tanh' },
    { id: 'output', type: 'dense', units: 1, activation: 'sigmoid' },
  ],
  training: { loss: 'binary-cross-entropy', optimizer: 'sgd', iterations: 20, seed: 1, precision: 'float32' },
});
const newest = () => runsOf(network).at(-1)!;

describe('the engine', () => {
  const show = vscode.window.showErrorMessage;
  before(async () => {
    const uri = workspaceFile(network);
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    await executeCommand('vscode.openWith', uri, 'layerwise.designer');
  });
  after(async () => {
    vscode.window.showErrorMessage = show;
    await vscode.workspace.getConfiguration().update('layerwise.engine', undefined, true);
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('is tried, and the run says why it was chosen', async () => {
    const run = await newRun(network, 'layerwise.train', 'finished');
    assert.match(run.engine!, /^WebAssembly \(relaxed SIMD(, 256-bit)?\), float32/);
    assert.match(run.engineReasons![0]!, /gave the reference kernels’ numbers on V8 \d+\.\d+ \(Node /);
  });

  it('is the plain one where that is chosen after a process died at its start, until the setting changes', async () => {
    const said: string[] = [];
    vscode.window.showErrorMessage = (async (message: string, ...ways: string[]) => {
      said.push(message);
      return ways.find(way => way === 'Train with the Plain Engine');
    }) as unknown as typeof show;
    await newRun(network, 'layerwise.reset', 'paused');
    const [trainer] = trainers();
    process.kill(trainer!, 'SIGTRAP');
    // it goes on by itself, on the other engine
    await eventually('the run to be finished', () => newest().state === 'finished');
    vscode.window.showErrorMessage = show;
    assert.equal(said.length, 1);
    assert.match(
      said[0]!,
      /ended unexpectedly \(SIGTRAP\) before its first step, on V8 \d+\.\d+ \(Node \S+\)\./,
    );
    assert.equal(newest().engine, 'JavaScript (reference kernels), float32');
    assert.deepEqual(newest().engineReasons, ['The plain engine was asked for.']);
    const next = await newRun(network, 'layerwise.train', 'finished');
    assert.equal(next.engine, 'JavaScript (reference kernels), float32');

    await vscode.workspace.getConfiguration().update('layerwise.engine', 'plain', true);
    await vscode.workspace.getConfiguration().update('layerwise.engine', 'automatic', true);
    const again = await newRun(network, 'layerwise.train', 'finished');
    assert.match(again.engine!, /^WebAssembly/);
  });
});
