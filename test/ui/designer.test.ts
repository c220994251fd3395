import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { layer, layers, openNetwork, selectLayer, unitsButton } from './designer';
import { openSession } from './session';
import { choose, quickInput, replaceInText, runCommand, save, webview } from './workbench';

const session = openSession();
const file = () => path.join(session.folder, 'xor.nn.json');
const read = () => fs.readFileSync(file(), 'utf8');
const original = fs.readFileSync(path.join(__dirname, 'fixtures/xor.nn.json'), 'utf8');

/** Waits for the layers on the canvas to be these. */
const expectLayers = (designer: ReturnType<typeof webview>, ids: string[]) =>
  expect
    .poll(() => layers(designer).evaluateAll(all => all.map(each => (each as SVGElement).dataset.layer)))
    .toEqual(ids);

test('draws each layer with its shapes', async () => {
  const designer = await openNetwork(session.page, 'xor.nn.json');
  await expectLayers(designer, ['input', 'hidden', 'output']);
  const hidden = layer(designer, 'hidden');
  await hidden.getByText('(4, 2)').waitFor();
  await hidden.getByText('(4, 1)').waitFor();
  const heard = designer.getByRole('option', { name: /^Layer hidden/ });
  expect(await heard.getAttribute('aria-label')).toContain('4 units, tanh, W1 4 by 2, b1 4 by 1');
  await layer(designer, 'output').getByText('(1, 4)').waitFor();
});

test('changes one number of the text with a press of +, and undo takes it back', async () => {
  const designer = webview(session.page);
  await selectLayer(designer, 'hidden');
  await unitsButton(designer, 'hidden', 'more').click();
  await layer(designer, 'hidden').getByText('(5, 2)').waitFor();
  await save(session.page);
  expect(read()).toBe(original.replace('"units": 4', '"units": 5'));
  await runCommand(session.page, 'Undo');
  await layer(designer, 'hidden').getByText('(4, 2)').waitFor();
  await save(session.page);
  expect(read()).toBe(original);
});

test('adds a layer from the palette by key, and one undo removes it', async () => {
  const designer = webview(session.page);
  await selectLayer(designer, 'hidden');
  await session.page.keyboard.press('/');
  const search = designer.getByPlaceholder(/search/i);
  await search.fill('dense');
  await search.press('Enter');
  await expect.poll(() => layers(designer).count()).toBe(4);
  await runCommand(session.page, 'Undo');
  await expectLayers(designer, ['input', 'hidden', 'output']);
});

test('is walked and edited by keyboard alone', async () => {
  const { page } = session;
  const designer = webview(page);
  await selectLayer(designer, 'input');
  // the flow is that which makes the most of the window
  const [input, hidden] = await Promise.all(['input', 'hidden'].map(id => layer(designer, id).boundingBox()));
  await page.keyboard.press(hidden!.x >= input!.x + input!.width ? 'ArrowRight' : 'ArrowDown');
  await designer.getByRole('option', { name: /^Layer hidden/, selected: true }).waitFor();
  await page.keyboard.press('+');
  await layer(designer, 'hidden').getByText('(5, 2)').waitFor();
  await page.keyboard.press('Delete');
  await expectLayers(designer, ['input', 'output']);
  await runCommand(page, 'Undo');
  await runCommand(page, 'Undo');
  await expectLayers(designer, ['input', 'hidden', 'output']);
  await layer(designer, 'hidden').getByText('(4, 2)').waitFor();
});

test('follows its text while that is typed beside it', async () => {
  const { page } = session;
  const designer = webview(page);
  await runCommand(page, 'Layerwise: Open as Text');
  await replaceInText(page, '"units": 4', '"units": 9');
  // beside the text there is no room for the shapes on the cards, but they are said
  await designer.getByRole('option', { name: /^Layer hidden, dense, 9 units, tanh, W1 9 by 2/ }).waitFor();
  await runCommand(page, 'File: Revert File');
  await designer.getByRole('option', { name: /^Layer hidden, dense, 4 units, tanh, W1 4 by 2/ }).waitFor();
});

test('exports the drawing as a picture', async () => {
  const { page } = session;
  await runCommand(page, 'Layerwise: Export Picture…');
  await choose(page, 'SVG');
  const dialog = quickInput(page).filter({ hasText: 'Export Picture' });
  await dialog.locator('input.input').press('Enter');
  const saved = path.join(session.folder, 'xor.svg');
  const read = () => (fs.existsSync(saved) ? fs.readFileSync(saved, 'utf8') : '');
  await expect.poll(read).toMatch(/<\/svg>\s*$/);
  const picture = read();
  expect(picture).toMatch(/^<(\?xml|svg)/);
  expect(picture).toContain('hidden');
  expect(picture).not.toContain('var(--vscode');
});

test('has no serious fault of accessibility', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const frame = await webview(session.page).locator('body').elementHandle();
  const owner = await frame!.ownerFrame();
  await owner!.evaluate(fs.readFileSync(axe, 'utf8'));
  const faults = await owner!.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: a global that the script above defines
    const { violations } = await (globalThis as any).axe.run(document.body);
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
          `${id}: ${nodes.map(n => n.html).join(' ')}`,
      );
  });
  expect(faults).toEqual([]);
});
