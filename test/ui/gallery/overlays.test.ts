import { expect, test } from 'vitest';
import { useGallery } from './openGallery';

const gallery = useGallery();

test('the list of problems stays open until the last of them is mended', async () => {
  await gallery.open('mistakes');
  const { page } = gallery;
  await page.locator('.problem-summary').click();
  const popover = page.locator('.popover.all');
  await popover.waitFor();
  const problems = popover.locator('.problem');
  const before = await problems.count();
  await popover.locator('.fix').first().click();
  await expect.poll(() => problems.count()).toBeLessThan(before);
  // the focus stays in it, so that the next can be pressed by key
  expect(await popover.evaluate(list => list.contains(document.activeElement))).toBe(true);
  for (let n = 0; n < 12 && (await popover.locator('.fix').count()) > 0; n++) {
    await popover.locator('.fix').first().click();
    await page.waitForTimeout(100);
  }
  await expect.poll(() => popover.locator('.fix').count()).toBe(0);
});

test('connecting by key says what comes next, and how to leave', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  await page.locator('[data-layer="hidden"] .title').click();
  await page.keyboard.press('c');
  const hint = page.locator('.hint');
  await hint.waitFor();
  expect(await hint.textContent()).toContain('Connect hidden to: ');
  expect(await hint.textContent()).toContain('Escape leaves.');
  await page.keyboard.press('Escape');
  await hint.waitFor({ state: 'detached' });
});

test('a layer that is dragged lies over the others and over their edges', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  const title = (await page.locator('[data-layer="input"] .title').boundingBox())!;
  await page.mouse.move(title.x + 4, title.y + 4);
  await page.mouse.down();
  await page.mouse.move(title.x + 200, title.y + 60, { steps: 5 });
  const top = () =>
    page.evaluate(() => {
      const last = document.querySelector('svg .drawing')!.lastElementChild!;
      const layer = document.querySelector('.layers')!.lastElementChild as SVGElement;
      return [last.getAttribute('class'), layer.dataset.layer];
    });
  await expect.poll(top).toEqual(['layers', 'input']);
  await page.mouse.move(title.x + 4, title.y + 4);
  await page.mouse.up();
  await expect.poll(async () => (await top())[0]).toBe('edges');
});
