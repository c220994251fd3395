import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { layer, networkDrawn, openNetwork } from './designer';
import { openSession } from './session';
import { problemCounts, problems, replaceInText, runCommand, statusItem, tab } from './workbench';

const session = openSession();

test('the Problems panel and the canvas say the same', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'wrong.nn.json');
  await layer(designer, 'hidden').locator('.problem-mark').waitFor();
  await expect.poll(() => problemCounts(page)).toBe('Errors: 2');
  // instead of the button that trains
  await statusItem(page, 'wrong: 2 errors').click();
  await expect.poll(() => problems(page)).toHaveLength(2);
  const listed = await problems(page);
  await layer(designer, 'hidden').locator('.problem-mark').click();
  const popover = designer.getByRole('dialog', { name: 'Problems of hidden' });
  const messages = popover.locator('.problem p');
  await expect.poll(() => messages.count()).toBe(2);
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
  const popover = designer.getByRole('dialog', { name: 'Problems of hidden' });
  // open from the test before, or closed: a press on the mark would do the other thing
  if (await popover.isVisible()) {
    await popover.press('Escape');
    await popover.waitFor({ state: 'detached' });
  }
  await layer(designer, 'hidden').locator('.problem-mark').click();
  await popover.getByRole('button', { name: /tanh/ }).click();
  await expect.poll(() => problemCounts(page)).toBe('Errors: 1');
  await statusItem(page, 'wrong: 1 error').waitFor();
  // also where a card is too small to show it
  await designer.getByRole('option', { name: /^Layer hidden, .*, tanh/ }).waitFor();
  await runCommand(page, 'Undo');
  await expect.poll(() => problemCounts(page)).toBe('Errors: 2');
});

/** Waits until the picture of xor.nn.json is that of its whole text, though there is a fault in the text now. */
async function expectLastPicture(designer: FrameLocator) {
  const canvas = designer.getByRole('listbox', {
    name: 'Network xor.nn.json, 3 layers, the text has an error',
  });
  await canvas.getByRole('option', { name: /^Layer hidden, .* W1 4 by 2, / }).waitFor();
  await canvas.getByRole('option', { name: /^Layer output, .* W2 1 by 4, / }).waitFor();
  await designer.getByText('The text can’t be read as a network.').waitFor();
}

test('text that can no longer be read leaves the last picture', async () => {
  const { page } = session;
  const designer = await openNetwork(page, 'xor.nn.json');
  await runCommand(page, 'Layerwise: Open as Text');
  // what can still be read of it has two layers
  await replaceInText(page, '{ "id": "output"', '"id": "output"');
  await expectLastPicture(designer);
});

test('the last picture is there again where the designer was hidden and its text is still broken', async () => {
  const { page } = session;
  await tab(page, 'wrong.nn.json').click();
  await networkDrawn(page, 'wrong.nn.json');
  await tab(page, 'xor.nn.json').first().click();
  await expectLastPicture(await networkDrawn(page, 'xor.nn.json'));
});
