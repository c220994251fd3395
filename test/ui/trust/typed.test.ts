import fs from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect } from 'vitest';
import { row } from '../../trust/row';
import { button, layer, openNetwork, selectLayer, showPanel } from '../designer';
import { openSession, samples } from '../session';
import { runCommand, tab } from '../workbench';

const session = openSession(samples);
const network = 'typed.nn.json';

/** Ways to train at once, while the units are still in their field. */
const ways: Readonly<Record<string, (designer: FrameLocator) => Promise<void>>> = {
  'the button': designer => button(designer, 'Train').first().click(),
  'Ctrl+Enter': () => session.page.keyboard.press('Control+Enter'),
  'the palette': () => runCommand(session.page, 'Layerwise: Train'),
  'the title of the editor': () => session.page.locator('.editor-actions .codicon-play').first().click(),
  'the status bar': () => session.page.locator('.statusbar-item .codicon-play').click(),
};

/** The units of the hidden layer in the network of the newest run, as it was when that began. */
function trained(): number | undefined {
  const runs = path.join(session.folder, '.layerwise/runs');
  const newest = fs.existsSync(runs) ? fs.readdirSync(runs).sort().at(-1) : undefined;
  if (!newest) return undefined;
  const text = fs.readFileSync(path.join(runs, newest, 'network.nn.json'), 'utf8');
  return Number(/"id": "hidden".*"units": (\d+)/.exec(text)?.[1]);
}

const sample = () =>
  fs
    .readFileSync(path.join(session.folder, 'flower.nn.json'), 'utf8')
    .replace(/"iterations": \d+/, '"iterations": 3')
    .replace(/"examples": \d+/, '"examples": 40');

row('what is typed and not yet written is trained', { quick: 5, full: 50 }, async (count, tally) => {
  fs.writeFileSync(path.join(session.folder, network), sample());
  const designer = await openNetwork(session.page, network);
  const names = Object.keys(ways);
  for (let n = 0; n < count; n++) {
    const way = names[n % names.length]!;
    const wanted = 5 + n;
    await tally.try(`${wanted} units by ${way}`, async () => {
      await showPanel(designer, 'Inspector');
      await selectLayer(designer, 'hidden');
      const units = designer.getByRole('textbox', { name: 'Units' });
      await units.fill(String(wanted));
      await ways[way]!(designer);
      const panel = designer.getByRole('tabpanel', { name: 'Training' });
      await panel.locator('.state', { hasText: 'Finished' }).waitFor();
      await expect.poll(trained).toBe(wanted);
      await layer(designer, 'hidden').getByText(`(${wanted}, 2)`).waitFor();
    });
  }
});

row('what can’t be read is trained by no way', { quick: 5, full: 25 }, async (count, tally) => {
  const designer = await openNetwork(session.page, network);
  const names = Object.keys(ways);
  for (let n = 0; n < count; n++) {
    const way = names[n % names.length]!;
    await tally.try(`by ${way}`, async () => {
      const runs = () => fs.readdirSync(path.join(session.folder, '.layerwise/runs')).length;
      const before = runs();
      await showPanel(designer, 'Inspector');
      await selectLayer(designer, 'hidden');
      const units = designer.getByRole('textbox', { name: 'Units' });
      await units.fill('many');
      await ways[way]!(designer);
      await designer.locator('.of-number .fault', { hasText: 'not many.' }).waitFor();
      await session.page.waitForTimeout(500);
      expect(runs()).toBe(before);
      await units.press('Escape');
      await runCommand(session.page, 'Notifications: Clear All Notifications');
    });
  }
});

row('what is typed and not yet written is saved', { quick: 2, full: 20 }, async (count, tally) => {
  const designer = await openNetwork(session.page, network);
  for (let n = 0; n < count; n++) {
    await tally.try(`${n}`, async () => {
      await showPanel(designer, 'Inspector');
      await selectLayer(designer, 'hidden');
      await designer.getByRole('textbox', { name: 'Units' }).fill(String(100 + n));
      await session.page.keyboard.press('Control+S');
      await expect
        .poll(() => fs.readFileSync(path.join(session.folder, network), 'utf8'))
        .toContain(`"units": ${100 + n}`);
      await tab(session.page, network).and(session.page.locator(':not(.dirty)')).waitFor();
    });
  }
});
