import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { metricsOf, runIn, runsOf, tensorsOf, trainers } from './runs';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;

async function open(name: string): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await executeCommand('vscode.openWith', uri, 'layerwise.designer');
  return uri;
}

describe('training', () => {
  afterEach(async () => {
    await executeCommand('layerwise.stop');
    await eventually('the training process to end', () => trainers().length === 0);
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('leaves a run with its network, its metrics and its weights', async () => {
    await open('xor.nn.json');
    await executeCommand('layerwise.train');
    const run = await runIn('xor.nn.json', 'finished');
    const points = metricsOf(run);
    assert.equal(points[0]!.iteration, 0);
    assert.ok(points.at(-1)!.cost < points[0]!.cost, 'the cost falls');
    assert.ok(points.every(({ cost }) => Number.isFinite(cost)));
    const shapes = Object.values(tensorsOf(run, 'last.safetensors')).map(({ shape }) => shape.join('×'));
    assert.deepEqual(shapes.sort(), ['1×1', '1×4', '4×1', '4×2']);
    assert.equal(Object.keys(tensorsOf(run, 'best.safetensors')).length, 4);
  });

  it('begins from the same weights again after a reset, and from others with a new seed', async () => {
    await open('xor.nn.json');
    await executeCommand('layerwise.train');
    const first = await runIn('xor.nn.json', 'finished');
    await executeCommand('layerwise.newSeed');
    const other = await eventually('another run', () =>
      runsOf('xor.nn.json').find(({ seed }) => seed !== first.seed),
    );
    assert.notEqual(other.folder, first.folder);
  });

  it('stops within 100 ms and keeps the weights', async () => {
    await open('long.nn.json');
    await executeCommand('layerwise.train');
    const running = await runIn('long.nn.json', 'running');
    await eventually('some steps', () => metricsOf(running).length > 3);
    const began = performance.now();
    await executeCommand('layerwise.stop');
    const milliseconds = performance.now() - began;
    assert.ok(milliseconds < 100, `it took ${milliseconds.toFixed(0)} ms`);
    const stopped = await runIn('long.nn.json', 'stopped');
    assert.ok(stopped.iteration > 0);
    assert.equal(Object.keys(tensorsOf(stopped, 'last.safetensors')).length, 4);
  });

  it('pauses, takes one step and goes on', async () => {
    await open('long.nn.json');
    await executeCommand('layerwise.train');
    const running = await runIn('long.nn.json', 'running');
    await executeCommand('layerwise.pause');
    const paused = await runIn('long.nn.json', 'paused');
    assert.equal(paused.folder, running.folder);
    const before = metricsOf(paused).at(-1)!.iteration;
    await executeCommand('layerwise.step');
    await eventually('one more step', () => metricsOf(paused).at(-1)!.iteration === before + 1);
    await executeCommand('layerwise.resume');
    await eventually('more steps', () => metricsOf(paused).at(-1)!.iteration > before + 10);
  });

  it('loses nothing but the steps since the checkpoint where its process is killed', async () => {
    await open('long.nn.json');
    await executeCommand('layerwise.train');
    const running = await runIn('long.nn.json', 'running');
    await eventually('some steps', () => metricsOf(running).length > 3);
    const [trainer] = trainers();
    assert.ok(trainer, 'it trains in a process of its own');
    process.kill(trainer, 'SIGKILL');
    const failed = await runIn('long.nn.json', 'failed');
    assert.equal(failed.folder, running.folder);
    assert.ok(failed.message);
    assert.equal(Object.keys(tensorsOf(failed, 'last.safetensors')).length, 4);
    await executeCommand('layerwise.train');
    assert.notEqual((await runIn('long.nn.json', 'running')).folder, failed.folder);
  });

  it('stops at the step that diverges, names the layer and keeps the last finite weights', async () => {
    await open('diverging.nn.json');
    await executeCommand('layerwise.train');
    const run = await runIn('diverging.nn.json', 'diverged');
    assert.match(run.message!, /hidden|output/);
    assert.match(run.message!, /learning rate/);
    assert.ok(metricsOf(run).every(({ cost }) => Number.isFinite(cost)));
    assert.equal(Object.keys(tensorsOf(run, 'last.safetensors')).length, 4);
  });

  it('goes on with the network that it began with while that is edited', async () => {
    const uri = await open('long.nn.json');
    await executeCommand('layerwise.train');
    const running = await runIn('long.nn.json', 'running');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const units = document.positionAt(document.getText().indexOf('"units": 4') + '"units": '.length);
    edit.replace(uri, new vscode.Range(units, units.translate(0, 1)), '7');
    await vscode.workspace.applyEdit(edit);
    const before = metricsOf(running).length;
    await eventually('more steps', () => metricsOf(running).length > before + 5);
    await executeCommand('layerwise.stop');
    const stopped = await runIn('long.nn.json', 'stopped');
    assert.equal(Object.values(tensorsOf(stopped, 'last.safetensors'))[0]!.shape.includes(7), false);
    await executeCommand('workbench.action.files.revert');
  });
});
