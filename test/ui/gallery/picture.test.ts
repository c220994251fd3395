import { expect, test } from 'vitest';
import { useGallery } from './openGallery';

const gallery = useGallery();

/** The picture as the view gives it to the host. */
async function picture(format: 'svg' | 'png'): Promise<string> {
  await gallery.page.evaluate(`gallery.host.tell({ type: 'request', request: 'export-${format}' })`);
  await gallery.page.waitForFunction(`gallery.host.messages.some(said => said.format === '${format}')`);
  return (await gallery.page.evaluate(
    `gallery.host.messages.find(said => said.format === '${format}').data`,
  )) as string;
}

test('the SVG stands by itself', async () => {
  await gallery.open('iris', { theme: 'light' });
  await gallery.page.keyboard.press('Control+a');
  const svg = await picture('svg');
  // no variable, class, style sheet, script or address of this page
  expect(svg).not.toMatch(/var\(|class=|<style|<script|url\((?!#|&quot;#)|color-mix|color\(/);
  for (const shown of ['hidden-2', 'setosa', 'sepal length', '54 parameters', 'softmax'])
    expect(svg).toContain(shown);
  await gallery.page.setContent(svg);
  const box = await gallery.page.locator('svg').boundingBox();
  expect(box!.width).toBeGreaterThan(1000);
  expect(await gallery.page.locator('svg > rect').getAttribute('fill')).toBe('#ffffff');
});

test('it holds layers that are out of view, too', async () => {
  await gallery.open('thousand');
  expect(await gallery.page.locator('g.layer').count()).toBeLessThan(60);
  expect((await picture('svg')).match(/hidden-\d+</g)).toHaveLength(998);
});

test('the PNG has two pixels for each of the drawing’s', async () => {
  await gallery.open('flower');
  const png = Buffer.from(await picture('png'), 'base64');
  const svg = await picture('svg');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = Number(/ width="(\d+)"/.exec(svg)![1]);
  expect(png.readUInt32BE(16)).toBe(2 * width);
});
