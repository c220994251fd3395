import { expect, test } from 'vitest';
import { useGallery } from './openGallery';

const gallery = useGallery();

/** What a screen reader would say of the element with the focus. */
const focused = () => gallery.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const press = async (...keys: string[]) => {
  for (const key of keys) await gallery.page.keyboard.press(key);
};

test('a network is designed by keys alone', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  await press('ArrowRight', 'ArrowRight');
  await expect.poll(focused).toContain('Layer hidden, dense, 8 units, relu, W1 8 by 4');
  await press('+', '+', '-');
  await expect.poll(gallery.text).toContain('"units": 9');
  await press('Enter');
  await page.locator('.units-input').waitFor();
  await page.keyboard.type('16');
  await press('Enter');
  await expect.poll(gallery.text).toContain('"units": 16');
  await expect.poll(focused).toContain('16 units');

  await press('/');
  await page.keyboard.type('dens');
  await press('Enter');
  await expect.poll(focused).toMatch(/^Layer hidden-3, dense, 4 units/);
  await press('Control+d');
  await expect.poll(focused).toMatch(/^Layer hidden-4/);
  await press('Delete');
  await expect.poll(focused).toMatch(/^Layer hidden-2/);
  expect(await gallery.text()).not.toContain('hidden-4');

  await press('ArrowDown');
  await expect.poll(focused).toMatch(/^Connection from hidden-2 to output/);
  await press('Enter');
  await page.keyboard.type('flatten');
  await press('Enter');
  await expect.poll(focused).toMatch(/^Layer flatten/);
  expect(await page.locator('[aria-live]').textContent()).toBe(
    'Inserted a flatten layer between hidden-2 and output.',
  );
});

test('a transformer block is added by keys, with its heads asked, behind a series alone', async () => {
  await gallery.open('tokens');
  const { page } = gallery;
  await press('Home', 'ArrowRight', '/');
  await page.keyboard.type('transf');
  await expect.poll(() => page.getByLabel('Heads').inputValue()).toBe('3');
  await press('Tab', 'ControlOrMeta+a', '4', 'Enter');
  await page.getByText('4 heads can’t share 6 values equally.').first().waitFor();
  await press('ControlOrMeta+a', '2', 'Enter');
  await expect.poll(gallery.text).toContain('"heads": 2');
  expect(await gallery.text()).toContain('"inputs": ["tokens", "attention"]');
  await expect.poll(focused).toMatch(/block/);

  await press('End', '/');
  await page.keyboard.type('transf');
  await page.getByText('takes a series (T, n)').first().waitFor();
  const text = await gallery.text();
  await press('Enter');
  expect(await gallery.text()).toBe(text);
});

test('a connection is drawn by keys, and taken away again', async () => {
  await gallery.open('iris');
  await press('Home', 'c', 'End', 'Enter');
  await expect.poll(gallery.text).toContain('"inputs": ["input"]');
  await expect.poll(focused).toMatch(/^Connection from input to output/);
  await press('Delete');
  await expect.poll(gallery.text).not.toContain('"inputs": ["input"]');
});

test('layers are copied, cut and pasted', async () => {
  await gallery.open('flower');
  await gallery.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press('ArrowRight', 'ArrowRight');
  await expect.poll(focused).toMatch(/^Layer hidden/);
  await press('Control+c', 'Control+v');
  await expect.poll(gallery.text).toContain('hidden-2');
  await press('Control+a', 'Control+x');
  await expect.poll(gallery.text).not.toContain('hidden');
});

test('a menu opens by key and is walked by arrows', async () => {
  await gallery.open('flower');
  await press('ArrowRight', 'ArrowRight');
  await press('Shift+F10');
  await gallery.page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
  await press('End', 'Enter');
  await expect.poll(gallery.text).not.toContain('"hidden"');
});

test('keys that come faster than frames find what the ones before them opened', async () => {
  await gallery.open('flower');
  const found = await gallery.page.evaluate(() => {
    const focused = () => document.activeElement!;
    const press = (key: string) => {
      focused().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return focused().getAttribute('aria-label');
    };
    // in one go, so that no frame can come between
    return ['ArrowRight', 'ArrowRight', '/', 'Escape', 'Enter', 'Escape', '/', 'Enter'].map(press);
  });
  const layer = (id: string) => expect.stringMatching(new RegExp(`^Layer ${id},`));
  expect(found).toEqual([
    layer('input'),
    layer('hidden'),
    'Search layers',
    layer('hidden'),
    'Units of hidden',
    layer('hidden'),
    'Search layers',
    layer('hidden-2'),
  ]);
});

test('Escape leaves what is under way, and undo is left to VS Code', async () => {
  await gallery.open('flower');
  await press('ArrowRight', '/');
  await gallery.page.getByRole('combobox', { name: 'Search layers' }).waitFor();
  await press('Escape');
  await gallery.page.getByRole('combobox', { name: 'Search layers' }).waitFor({ state: 'detached' });
  const left = await gallery.page.evaluate(
    () =>
      new Promise<boolean>(resolve => {
        window.addEventListener('keydown', event => resolve(!event.defaultPrevented), { once: true });
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
        );
      }),
  );
  expect(left).toBe(true);
});

test('a layer is found by key in the group that it is folded in', async () => {
  await gallery.open('iris');
  const { page } = gallery;
  const dense = (id: string, units: number) => ({ id, type: 'dense', units, activation: 'relu' });
  const layers = [
    { id: 'input', type: 'input', shape: [8] },
    ...Array.from({ length: 30 }, (_, i) => dense(`same-${i}`, 8)),
    dense('output', 1),
  ];
  await page.evaluate(text => {
    (window as unknown as { gallery: { host: { write(text: string): void } } }).gallery.host.write(text);
  }, JSON.stringify({ layers }));
  await page.locator('g.layer.group').waitFor();
  expect(await page.locator('g.layer').count()).toBe(3);
  await press('Home', 'ArrowRight');
  await expect.poll(focused).toContain('Group same-0 … same-29, dense × 30, 30 layers in it, folded');
  await press('Control+f');
  await page.keyboard.type('same-17');
  await page.locator('[data-layer="same-17"].selected').waitFor();
  expect(await page.locator('.find-count').textContent()).toBe('1 of 1');
  await press('Escape');
  await expect.poll(focused).toMatch(/^Layer same-17, dense/);
  await press('g');
  await expect.poll(() => page.locator('g.layer').count()).toBe(3);
  await press('Enter');
  await expect.poll(() => page.locator('g.layer').count()).toBe(32);
});
