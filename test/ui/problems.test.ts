import { expect, test } from 'vitest';
import { layer, openNetwork } from './designer';
import { openSession } from './session';
import { problemCounts, problems, runCommand, tab } from './workbench';

const session = openSession();

test('the Problems panel and the canvas say the same', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'wrong.nn.json');
  await layer(designer, 'hidden').locator('.problem-mark').waitFor();
  const listed = await problems(page);
  expect(listed).toHaveLength(2);
  expect(await problemCounts(page)).toBe('Errors: 2');
  await layer(designer, 'hidden').locator('.problem-mark').click();
  const messages = designer.locator('.popover .message, .problem .message');
  await messages.first().waitFor();
  for (const message of await messages.allInnerTexts()) {
    expect(
      listed.some(row => row.includes(message)),
      `${message} in ${listed.join('\n')}`,
    ).toBe(true);
  }
});

test('a fix pressed on the canvas mends the text, and one undo takes it back', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'wrong.nn.json');
  const fix = designer.getByRole('button', { name: /tanh/ }).first();
  if (!(await fix.isVisible())) await layer(designer, 'hidden').locator('.problem-mark').click();
  await fix.click();
  await expect.poll(() => problemCounts(page)).toBe('Errors: 1');
  await layer(designer, 'hidden').getByText('tanh', { exact: true }).waitFor();
  await runCommand(page, 'Undo');
  await expect.poll(() => problemCounts(page)).toBe('Errors: 2');
});

test('text that can no longer be read leaves the last picture', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'xor.nn.json');
  await runCommand(page, 'Layerwise: Open as Text');
  const text = page.locator('.monaco-editor', { hasText: '"layers"' }).first();
  await text.locator('.view-line', { hasText: '"training"' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' "half": [');
  await expect.poll(() => problemCounts(page)).not.toBe('Errors: 2');
  await tab(page, 'xor.nn.json').first().click();
  await layer(designer, 'hidden').getByText('(4, 2)').waitFor();
});
