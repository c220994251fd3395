import { expect, test } from 'vitest';
import { useGallery } from './openGallery';

const gallery = useGallery();

async function middle(selector: string): Promise<[number, number]> {
  const box = await gallery.page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} isn't seen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function drag(from: string, to: string) {
  const { mouse } = gallery.page;
  const [x, y] = await middle(from);
  const [toX, toY] = await middle(to);
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + 20, y + 20, { steps: 3 });
  await mouse.move(toX, toY, { steps: 6 });
  await mouse.up();
}

const order = async () => [...(await gallery.text()).matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id);

test('units change by their buttons and by typing', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  await page.locator('[data-layer="hidden"] .step.more').click();
  await expect.poll(gallery.text).toContain('"units": 9');
  await page.locator('[data-layer="hidden"] .units-text').click();
  await page.locator('.units-input').fill('12');
  // seen before it is kept
  await page.locator('[data-layer="hidden"]', { hasText: '12 units' }).waitFor();
  expect(await gallery.text()).toContain('"units": 9');
  await page.keyboard.press('Escape');
  await page.locator('[data-layer="hidden"]', { hasText: '9 units' }).waitFor();
});

test('the canvas says while what it shows is not in the text yet', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  await page.evaluate(`gallery.store.actions.edit({ kind: 'remove-layers', ids: ['hidden'] });
    gallery.store.actions.draw();
    window.seen = document.querySelector('svg.canvas').matches('[data-pending]') && gallery.host.text`);
  expect(await page.evaluate('window.seen')).toContain('"hidden"');
  await page.locator('svg.canvas:not([data-pending])').waitFor();
  expect(await gallery.text()).not.toContain('"hidden"');
});

test('a layer dropped on an edge moves there', async () => {
  await gallery.open('iris');
  await drag('[data-layer="hidden"] .title', '[data-to="output"] .middle');
  await expect.poll(order).toEqual(['input', 'hidden-2', 'hidden', 'output']);
});

test('with Alt a layer is pinned, and laid out again from the menu', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  const [x, y] = await middle('[data-layer="hidden"] .title');
  await page.keyboard.down('Alt');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 120, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
  await expect.poll(gallery.text).toContain('"positions"');
  await page.locator('[data-layer="hidden"] .title').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Lay Out Automatically' }).click();
  await expect.poll(gallery.text).not.toContain('"positions"');
});

test('a drag from a handle connects, and the edge can be deleted', async () => {
  await gallery.open('iris');
  await gallery.page.locator('[data-layer="input"]').hover();
  await drag('[data-layer="input"] .handle', '[data-layer="output"] .title');
  await expect.poll(gallery.text).toContain('"inputs": ["input"]');
  await gallery.page.keyboard.press('Delete');
  await expect.poll(gallery.text).not.toContain('"inputs": ["input"]');
});

test('the palette adds by double click, by drag, and on the edge whose plus was pressed', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  await page.getByRole('button', { name: 'Add Layer' }).click();
  await drag('#palette-dense', '[data-to="output"] .middle');
  await expect.poll(order).toEqual(['input', 'hidden', 'hidden-2', 'hidden-3', 'output']);
  await page.locator('[data-from="input"] .middle').hover();
  await page.locator('[data-from="input"] .insert').click();
  await page.locator('#palette-flatten').dblclick();
  await expect.poll(order).toEqual(['input', 'flatten', 'hidden', 'hidden-2', 'hidden-3', 'output']);
});

test('a marquee selects what it touches', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  const canvas = (await page.locator('svg.canvas').boundingBox())!;
  const [toX, toY] = await middle('[data-layer="hidden"] .title');
  await page.mouse.move(canvas.x + 4, canvas.y + 4);
  await page.mouse.down();
  await page.mouse.move(toX, toY + 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.locator('g.layer.selected').count()).toBe(2);
});

test('a problem’s fix is a button on its layer', async () => {
  await gallery.open('mistakes');
  const { page } = gallery;
  await page.locator('[data-layer="hidden"] .problem-mark').click();
  await page.getByRole('button', { name: 'Insert a flatten layer' }).click();
  await expect.poll(order).toEqual(['input', 'flatten', 'hidden', 'mystery', 'output']);
});

test('a text that is broken keeps the last picture, and says where', async () => {
  await gallery.open('flower');
  const { page } = gallery;
  await page.evaluate('gallery.host.write(gallery.host.text.replace("]", ""))');
  await page.getByText('The text can’t be read as a network.').waitFor();
  expect(await page.locator('g.layer').count()).toBe(3);
  await page.getByRole('button', { name: 'Show in text' }).click();
  const said = (await page.evaluate('gallery.host.messages')) as { type: string }[];
  expect(said.some(({ type }) => type === 'reveal')).toBe(true);
});

test('an empty file offers a first network', async () => {
  await gallery.open('empty');
  await gallery.page.getByRole('button', { name: 'Start with Three Layers' }).click();
  await expect.poll(order).toEqual(['input', 'hidden', 'output']);
});
