import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { metricsOf, newRun, runIn, runsOf, tensorsOf, trainers } from './runs';
import { eventually, workspaceFile } from './workspace';

const { executeCommand } = vscode.commands;

async function open(name: string): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await executeCommand('vscode.openWith', uri, 'layerwise.designer');
  return uri;
}

const newest = (network: string) => runsOf(network).at(-1)!;

describe('training', () => {
  afterEach(async () => {
    await executeCommand('layerwise.stop');
    await eventually('the training process to end', () => trainers().length === 0);
    await executeCommand('workbench.action.closeAllEditors');
  });

  it('leaves a run with its network, its metrics and its weights', async () => {
    await open('xor.nn.json');
    const run = await newRun('xor.nn.json', 'layerwise.train', 'finished');
    const points = metricsOf(run);
    assert.equal(points[0]!.iteration, 0);
    assert.ok(points.at(-1)!.cost < points[0]!.cost, 'the cost falls');
    assert.ok(points.every(({ cost }) => Number.isFinite(cost)));
    // the files of a checkpoint get their names once run.json tells of them
    await eventually('the training process to end', () => trainers().length === 0);
    const shapes = Object.values(tensorsOf(run, 'last.safetensors')).map(({ shape }) => shape.join('×'));
    assert.deepEqual(shapes.sort(), ['1×1', '1×4', '4×1', '4×2']);
    assert.equal(Object.keys(tensorsOf(run, 'best.safetensors')).length, 4);
  });

  it('is shown in the designer by a click on the status bar', async () => {
    const uri = workspaceFile('xor.nn.json');
    await executeCommand('layerwise.showTraining', uri);
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputCustom);
    assert.equal(activeTab.input.uri.toString(), uri.toString());
  });

  it('begins from the same weights again after a reset, and from others with a new seed', async () => {
    await open('xor.nn.json');
    const first = await newRun('xor.nn.json', 'layerwise.train', 'finished');
    const firstCost = metricsOf(first)[0]!.cost;

    const same = await newRun('xor.nn.json', 'layerwise.reset', 'paused');
    assert.equal(same.seed, first.seed);
    await executeCommand('layerwise.step');
    const [again] = await eventually('its first step', () => metricsOf(same).length > 0 && metricsOf(same));
    assert.equal(again!.cost, firstCost);

    const other = await newRun('xor.nn.json', 'layerwise.newSeed', 'finished');
    assert.notEqual(other.seed, first.seed);
    assert.notEqual(metricsOf(other)[0]!.cost, firstCost);
  });

  it('stops within 100 ms and keeps the weights', async () => {
    await open('long.nn.json');
    const waits: number[] = [];
    do {
      const running = await newRun('long.nn.json', 'layerwise.train', 'running');
      await eventually('some steps', () => metricsOf(running).length > 3);
      const began = performance.now();
      await executeCommand('layerwise.stop');
      waits.push(performance.now() - began);
      const stopped = await runIn('long.nn.json', 'stopped');
      assert.ok(stopped.iteration > 0);
      assert.equal(Object.keys(tensorsOf(stopped, 'last.safetensors')).length, 4);
      // what else the machine does can only add to it, so that one of a few is enough
    } while (waits.at(-1)! >= 100 && waits.length < 5);
    assert.ok(waits.at(-1)! < 100, `it took ${waits.map(wait => wait.toFixed(0)).join(', ')} ms`);
  });

  it('pauses, takes one step and goes on', async () => {
    await open('long.nn.json');
    const running = await newRun('long.nn.json', 'layerwise.train', 'running');
    await executeCommand('layerwise.pause');
    const paused = await runIn('long.nn.json', 'paused');
    assert.equal(paused.folder, running.folder);
    await executeCommand('layerwise.step');
    await eventually('one more step', () => newest('long.nn.json').iteration === paused.iteration + 1);
    assert.equal(newest('long.nn.json').state, 'paused');
    await executeCommand('layerwise.resume');
    await runIn('long.nn.json', 'running');
    await eventually('more steps', () => newest('long.nn.json').iteration > paused.iteration + 10);
  });

  it('loses nothing but the steps since the checkpoint where its process is killed', async () => {
    await open('long.nn.json');
    const running = await newRun('long.nn.json', 'layerwise.train', 'running');
    await eventually('a checkpoint', () => newest('long.nn.json').iteration > 0);
    const [trainer] = trainers();
    assert.ok(trainer, 'it trains in a process of its own');
    process.kill(trainer, 'SIGKILL');
    await eventually('its end', () => trainers().length === 0);
    const killed = newest('long.nn.json');
    assert.equal(killed.folder, running.folder);
    assert.ok(killed.iteration > 0);
    assert.equal(Object.keys(tensorsOf(killed, 'last.safetensors')).length, 4);
    // asked again, because the extension may hear of the end a little later than the system
    const resumed = await eventually('more steps', async () => {
      await executeCommand('layerwise.resume');
      const run = newest('long.nn.json');
      return run.iteration > killed.iteration && run;
    });
    assert.equal(resumed.folder, killed.folder);
  });

  it('stops at the step that diverges, names the layer and keeps the last finite weights', async () => {
    await open('diverging.nn.json');
    const run = await newRun('diverging.nn.json', 'layerwise.train', 'diverged');
    assert.match(run.message!, /hidden|output/);
    assert.match(run.message!, /learning rate/);
    assert.ok(metricsOf(run).every(({ cost }) => Number.isFinite(cost)));
    assert.equal(Object.keys(tensorsOf(run, 'last.safetensors')).length, 4);
  });

  it('goes on with the network that it began with while that is edited', async () => {
    const uri = await open('long.nn.json');
    await newRun('long.nn.json', 'layerwise.train', 'running');
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const units = document.positionAt(document.getText().indexOf('"units": 4') + '"units": '.length);
    edit.replace(uri, new vscode.Range(units, units.translate(0, 1)), '7');
    await vscode.workspace.applyEdit(edit);
    const { iteration } = newest('long.nn.json');
    await eventually('more steps', () => newest('long.nn.json').iteration > iteration);
    await executeCommand('layerwise.stop');
    const stopped = await runIn('long.nn.json', 'stopped');
    assert.equal(Object.values(tensorsOf(stopped, 'last.safetensors'))[0]!.shape.includes(7), false);
    await executeCommand('workbench.action.files.revert');
  });
});
