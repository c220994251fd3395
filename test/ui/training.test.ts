import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { layer, networkDrawn, openNetwork, showPanel, train } from './designer';
import { openSession, openWindow, samples } from './session';
import { answer, choose, notification, problemCounts, runCommand, tab } from './workbench';

const session = openSession(samples);

/** The processes that train, started by the extension that these tests have installed and no other. */
function trainers(): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .filter(line => line.includes(inject('extensions')) && line.includes('trainer.js'))
    .map(line => Number.parseInt(line, 10));
}

/** Writes a copy of a sample, with other numbers in these fields. */
function writeVariant(name: string, sample: string, numbers: Record<string, number>) {
  let text = fs.readFileSync(path.join(session.folder, sample), 'utf8');
  for (const [field, number] of Object.entries(numbers)) {
    const value = new RegExp(`(?<="${field}": )\\d+`);
    expect(text).toMatch(value);
    text = text.replace(value, String(number));
  }
  fs.writeFileSync(path.join(session.folder, name), text);
}

test('trains, shows cost and accuracy, and predicts a typed row', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'iris.nn.json');
  const panel = await train(designer);
  await panel.locator('.state', { hasText: 'Finished' }).waitFor({ timeout: 90_000 });
  await panel.getByText('Table').click();
  const cells = panel.locator('tbody tr td:nth-child(2)');
  await cells.first().waitFor();
  const costs = await cells.allTextContents();
  expect(Number(costs.at(-1))).toBeLessThan(Number(costs[0]) / 2);

  const predict = await showPanel(designer, 'Predict');
  const fields = predict.locator('form.row input');
  for (const [i, value] of ['5.1', '3.5', '1.4', '0.2'].entries()) await fields.nth(i).fill(value);
  await predict.getByRole('button', { name: 'Predict', exact: true }).click();
  await predict.locator('.answer', { hasText: 'setosa' }).waitFor();
});

test('keeps the run where the window is loaded again', async () => {
  const { page } = session;
  await openWindow(session);
  const designer = await openNetwork(page, 'iris.nn.json');
  const panel = await showPanel(designer, 'Training');
  await panel.locator('.state', { hasText: 'Finished' }).waitFor();
  await panel.locator('svg path').first().waitFor();
});

test('pauses, steps, resumes and stops', async () => {
  const { page } = session;
  // for minutes, but not of more iterations than the panel shows each one of
  writeVariant('petals.nn.json', 'flower.nn.json', { examples: 200_000, iterations: 20_000 });
  const designer = await openNetwork(page, 'petals.nn.json');
  const panel = await train(designer);
  await panel.getByRole('button', { name: 'Pause', exact: true }).click();
  await panel.locator('.state', { hasText: 'Paused' }).waitFor();
  const taken = async () =>
    Number.parseInt((await panel.locator('.count').allTextContents()).join().replaceAll(',', ''), 10);
  const before = await taken();
  await panel.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(taken).toBe(before + 1);
  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect.poll(taken).toBeGreaterThan(before + 1);
  await panel.getByRole('button', { name: 'Stop', exact: true }).click();
  await panel.locator('.state', { hasText: 'Stopped' }).waitFor();
  await expect.poll(trainers).toEqual([]);
});

test('says it in one sentence where the training process is killed', async () => {
  const { page } = session;
  writeVariant('killed.nn.json', 'spirals.nn.json', { epochs: 1_000_000 });
  const designer = await openNetwork(page, 'killed.nn.json');
  const panel = await train(designer);
  await panel.locator('.state', { hasText: 'Training' }).waitFor();
  const [trainer, ...others] = trainers();
  expect(others).toEqual([]);
  process.kill(trainer!, 'SIGKILL');
  await notification(page, /killed/).waitFor();
  await panel.locator('.state', { hasText: 'Failed' }).waitFor();
});

test('a new network is proposed from the data', async () => {
  const { page } = session;
  await runCommand(page, 'Layerwise: New Network…');
  await choose(page, 'iris.csv');
  await choose(page, 'species');
  await choose(page, /one hidden layer/i);
  await answer(page, 'The file’s name', 'mine');
  await tab(page, 'mine.nn.json').waitFor();
  await layer(await networkDrawn(page, 'mine.nn.json'), 'output')
    .getByText('3 units')
    .waitFor();
  await expect.poll(() => problemCounts(page)).toBe('No Problems');
});

test('a run in progress outlives the window', async () => {
  const { page } = session;
  writeVariant('long.nn.json', 'spirals.nn.json', { epochs: 1_000_000 });
  let designer = await openNetwork(page, 'long.nn.json');
  let panel = await train(designer);
  await panel.locator('.state', { hasText: 'Training' }).waitFor();
  await panel.locator('svg path').first().waitFor();
  await openWindow(session);
  designer = await openNetwork(page, 'long.nn.json');
  panel = await showPanel(designer, 'Training');
  await panel.locator('svg path').first().waitFor();
  await panel.getByRole('button', { name: 'Resume', exact: true }).click();
  await panel.locator('.state', { hasText: 'Training' }).waitFor();
  await panel.getByRole('button', { name: 'Stop', exact: true }).click();
  await panel.locator('.state', { hasText: 'Stopped' }).waitFor();
  await expect.poll(trainers).toEqual([]);
});
