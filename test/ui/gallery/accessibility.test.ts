import fs from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { useGallery } from './openGallery';

const gallery = useGallery();
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that the canvas breaks, with the first element at fault. The panels have tests of their own. */
async function violations(): Promise<string[]> {
  await gallery.page.evaluate(axe);
  return gallery.page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(context: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({ exclude: ['.panels'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  });
}

test.each(['light', 'dark', 'contrast', 'contrast-light'])(
  'axe finds nothing in the %s theme',
  async theme => {
    const { page } = gallery;
    await gallery.open('mistakes', { theme, panel: 'inspector' });
    expect(await violations()).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('/');
    await page.locator('.palette').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-layer="hidden"] .title').click({ button: 'right' });
    await page.locator('.menu').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.problem-summary').click();
    await page.locator('.popover').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-layer="hidden"] > [role=option]').focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('den');
    expect(await page.locator('.find-count').textContent()).toContain('of');
    expect(await violations()).toEqual([]);
  },
);
