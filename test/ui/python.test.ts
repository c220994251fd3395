import { expect, test } from 'vitest';
import { openSession, samples } from './session';
import { openFile, problemCounts, problems, runCommand } from './workbench';

const session = openSession(samples);

/** A line of the editor, as it is drawn. */
const line = (text: string) => session.page.locator('.view-line', { hasText: text }).first();

/** Its text with the hints in it. */
const drawn = async (text: string) => (await line(text).textContent())?.replaceAll('\u00a0', ' ');

async function goTo(place: string) {
  const { page } = session;
  await runCommand(page, 'Go to Line/Column...');
  await page.keyboard.type(place);
  await page.keyboard.press('Enter');
}

test('a program wears its mistakes, and a hover and the light bulb tell of them', async () => {
  const { page } = session;
  await openFile(page, 'gradients.py');
  await expect.poll(() => problemCounts(page)).toBe('Errors: 1, Warnings: 1');
  await goTo('50:16');
  const wrong = line('np.dot(X, (A - Y)) / m');
  await wrong.waitFor();
  // the mark lies in the line of the product, under a part of it
  const mark = page.locator('.squiggly-warning').first();
  // the editor draws its lines anew now and then
  const apart = async () => {
    const [product, wave] = [await wrong.boundingBox(), await mark.boundingBox()];
    if (!product || !wave || wave.width < 50 || wave.x < product.x) return Number.POSITIVE_INFINITY;
    return Math.abs(wave.y - product.y) / product.height;
  };
  await expect.poll(apart).toBeLessThan(0.9);

  await runCommand(page, 'Show or Focus Hover');
  const hover = page.locator('.monaco-hover:visible', {
    hasText: 'np.dot needs the inner sizes to be equal',
  });
  await hover.getByText('X is (n_x, m), as its docstring says').waitFor();
  await hover.getByText('shape-mismatch').waitFor();
  await page.keyboard.press('Escape');

  await runCommand(page, 'View: Focus Problems');
  // with the places that the sizes come from
  await expect
    .poll(async () => (await problems(page)).join('\n'))
    .toMatch(/X is \(n_x, m\), as its docstring says/);

  await goTo('50:16');
  await runCommand(page, 'Quick Fix...');
  const menu = page.locator('.action-widget');
  await menu.getByText('Ignore shape-mismatch on this line').waitFor();
  await menu.getByText('Transpose: (A - Y).T').click();
  await expect.poll(() => problemCounts(page)).toBe('Errors: 1');
  await line('np.dot(X, (A - Y).T) / m').waitFor();
});

test('shapes stand behind what is assigned to', async () => {
  const { page } = session;
  await openFile(page, 'gradients.py');
  await goTo('71:1');
  await expect.poll(() => drawn('initialize(4)')).toMatch(/^w: \(4, 1\), b = initialize\(4\)/);
  await expect.poll(() => drawn('np.random.randn')).toMatch(/^X: \(4, 150\) = /);
});
