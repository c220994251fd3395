import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { button, layer, openNetwork, showPanel } from './designer';
import { openSession, openWindow, samples } from './session';
import { answer, choose, notification, problemCounts, runCommand, tab, webview } from './workbench';

const session = openSession(samples);

/** The processes that train, anywhere below this test's workspace. */
function trainers(): number[] {
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .filter(line => /layerwise-ui-.*trainer\.js/.test(line))
    .map(line => Number.parseInt(line, 10));
}

test('trains, shows cost and accuracy, and predicts a typed row', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'iris.nn.json');
  await button(designer, 'Train').first().click();
  const panel = await showPanel(designer, 'Training');
  await panel.locator('.state', { hasText: 'Finished' }).waitFor({ timeout: 40_000 });
  await panel.getByText('Table').click();
  const costs = await panel.locator('tbody tr td:nth-child(2)').allTextContents();
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
  const designer = await openNetwork(page, 'flower.nn.json');
  await button(designer, 'Train').first().click();
  const panel = await showPanel(designer, 'Training');
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
  await panel.locator('.state', { hasText: /Stopped|Finished/ }).waitFor();
});

test('says it in one sentence where the training process is killed', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'spirals.nn.json');
  await button(designer, 'Train').first().click();
  await expect.poll(trainers).toHaveLength(1);
  process.kill(trainers()[0]!, 'SIGKILL');
  await notification(page, /spirals/).waitFor();
  const panel = await showPanel(designer, 'Training');
  await panel.locator('.state', { hasText: 'Failed' }).waitFor();
});

test('a new network is proposed from the data', async () => {
  const { page } = session;
  await runCommand(page, 'Layerwise: New Network…');
  await choose(page, 'iris.csv');
  await choose(page, 'species');
  await choose(page, /one hidden layer/i);
  await answer(page, 'The name of the file', 'mine');
  await tab(page, 'mine.nn.json').waitFor();
  await expect.poll(() => problemCounts(page)).toBe('No Problems');
  await layer(webview(page), 'output').getByText('3 units').waitFor();
});

test('a run in progress outlives the window', async () => {
  const { page, folder } = session;
  const spirals = fs.readFileSync(path.join(folder, 'spirals.nn.json'), 'utf8');
  fs.writeFileSync(
    path.join(folder, 'long.nn.json'),
    spirals.replace(/"(iterations|epochs)": \d+/, '"$1": 1000000'),
  );
  let designer = await openNetwork(page, 'long.nn.json');
  await button(designer, 'Train').first().click();
  let panel = await showPanel(designer, 'Training');
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
