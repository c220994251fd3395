import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, said, select, show, startGallery, tell } from './galleryPage';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
}, 60_000);
afterAll(() => gallery?.close());

describe('the inspector', () => {
  it('previews a number while it is typed, and writes it as one edit on Enter', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const units = page.getByRole('textbox', { name: 'Units' });
    await units.fill('7');
    await expect.poll(() => page.locator('.inspector .sizes').first().textContent()).toBe('(7, 2)');
    expect(await said(page)).toEqual([]);
    expect(await units.inputValue()).toBe('7');
    await units.press('Enter');
    expect(await said(page)).toEqual([
      { type: 'edit', edits: [{ kind: 'set-field', id: 'hidden', field: 'units', value: 7 }] },
    ]);
    expect(await page.evaluate(() => window.gallery.host.text)).toContain('"units": 7');
    // leaving the field writes it no second time
    await page.getByRole('textbox', { name: 'Id' }).focus();
    expect(await said(page)).toHaveLength(1);
    await page.close();
  });

  it('has the colour of a layer that the canvas has', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    for (const id of ['input', 'hidden', 'output']) {
      await select(page, id);
      const emblem = page.locator('.inspector .layer .emblem .codicon');
      const inspector = await emblem.evaluate(icon => getComputedStyle(icon).color);
      const canvas = await page
        .locator(`[data-layer="${id}"] .header .icon`)
        .evaluate(icon => getComputedStyle(icon).fill);
      expect(`${id} ${inspector}`).toBe(`${id} ${canvas}`);
    }
    await page.close();
  });

  it('draws the learning rate of a schedule, with its numbers, and takes the schedule away again', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    const rates = page.locator('figure.rates');
    expect(await rates.isHidden()).toBe(true);
    const choice = page.getByRole('combobox', { name: 'Schedule' });
    await choice.click();
    await page.getByRole('option', { name: 'Linear' }).click();
    await rates.locator('path.series').waitFor();
    expect(await rates.getByRole('img').getAttribute('aria-label')).toBe(
      'Learning rate by iteration. Begins with 1.2, ends with 0.00012.',
    );
    const height = await rates
      .locator('path.series')
      .evaluate(path => (path as SVGPathElement).getBBox().height);
    expect(height).toBeGreaterThan(50);
    await choice.click();
    await page.getByRole('option', { name: 'none' }).click();
    await rates.waitFor({ state: 'hidden' });
    expect((await said(page)).at(-1)).toEqual({
      type: 'edit',
      edits: [{ kind: 'set-value', path: ['training', 'schedule'], value: undefined }],
    });
    await page.close();
  });

  it('sets symbols as the canvas does, with subscripts', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const table = page.getByRole('table', { name: 'Shapes of hidden' });
    expect(await table.getByRole('row').first().innerHTML()).toContain('n<sub>h</sub>');
    expect(await page.locator('.formulas').innerHTML()).toContain('A<sub>prev</sub>');
    await page.close();
  });

  it('edits the sides of a kernel and the padding by typing, stepping and pressing, in the form they have', async () => {
    const page = await gallery.open('fixture=lenet&panel=inspector');
    await select(page, 'conv2');
    const size = page.getByRole('textbox', { name: 'Kernel size' });
    expect(await size.inputValue()).toBe('5 × 5');
    await page.getByRole('button', { name: 'Less: Kernel size' }).click();
    await size.fill('3 × 0');
    const fault = page.locator('[data-field^="kernelSize"] .fault');
    expect(await fault.textContent()).toBe(
      'Kernel size is a whole number from 1 up to 1,000 or two of them such as 1 × 2, not 3 × 0.',
    );
    await size.fill('3');
    await size.press('Enter');
    await page.locator('[data-field^="padding"] vscode-button.same').click();
    const edits = await said(page);
    const written = edits.flatMap(message => (message.type === 'edit' ? message.edits : []));
    expect(written).toEqual([
      { kind: 'set-field', id: 'conv2', field: 'kernelSize', value: [4, 4] },
      { kind: 'set-field', id: 'conv2', field: 'kernelSize', value: 3 },
      { kind: 'set-field', id: 'conv2', field: 'padding', value: 'same' },
    ]);
    await expect
      .poll(() => page.locator('.inspector .worked').textContent())
      .toBe('nH2 = nW2 = ⌊(14 + 2·1 − 3)/1⌋ + 1 = 14');
    await page.close();
  });

  it('takes back with Escape what was typed', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const units = page.getByRole('textbox', { name: 'Units' });
    await units.fill('9');
    await units.press('Escape');
    expect(await units.inputValue()).toBe('4');
    await expect.poll(() => page.locator('.inspector .sizes').first().textContent()).toBe('(4, 2)');
    expect(await said(page)).toEqual([]);
    await page.close();
  });

  it('says what is wrong with what was typed, and writes nothing', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const units = page.getByRole('textbox', { name: 'Units' });
    await units.fill('0');
    await units.press('Enter');
    expect(await page.locator('.of-number .fault').first().textContent()).toBe(
      'Units is a whole number from 1 up to 1,000,000, not 0.',
    );
    await units.blur();
    expect(await units.inputValue()).toBe('0');
    expect(await units.getAttribute('aria-invalid')).toBe('true');
    expect(await said(page)).toEqual([]);
    await units.press('Escape');
    expect(await units.inputValue()).toBe('4');
    expect(await units.getAttribute('aria-invalid')).toBeNull();
    await page.close();
  });

  it('writes what is typed before a press on Train, and lets nothing train that it can’t read', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const units = page.getByRole('textbox', { name: 'Units' });
    const train = page.locator('header').getByRole('button', { name: 'Train' });
    await units.fill('many');
    // the mouse leaves the field first, the key doesn't
    for (const press of [() => train.click(), () => train.press('Enter')]) {
      await press();
      expect(await said(page)).toEqual([]);
      expect(await page.locator('.of-number .fault').first().textContent()).toBe(
        'Units is a whole number from 1 up to 1,000,000, not many.',
      );
      expect(await units.evaluate(field => field.matches(':focus'))).toBe(true);
    }
    await show(page, 'training');
    await train.click();
    // the field is brought where it can be seen
    expect(await units.isVisible()).toBe(true);
    expect(await said(page)).toEqual([]);
    await units.fill('7');
    await train.click();
    expect(await said(page)).toEqual([
      { type: 'edit', edits: [{ kind: 'set-field', id: 'hidden', field: 'units', value: 7 }] },
      { type: 'run', action: 'start' },
    ]);
    await page.close();
  });

  it('does the same with units that are typed on the canvas', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await page.locator('[data-layer="hidden"] .units-text').dblclick();
    const units = page.locator('.units-input');
    const train = page.locator('header').getByRole('button', { name: 'Train' });
    await units.fill('many');
    await train.click();
    expect(await said(page)).toEqual([]);
    expect(await page.locator('.units-fault').textContent()).toContain('not many.');
    await units.fill('7');
    await train.click();
    expect((await said(page)).map(({ type }) => type)).toEqual(['edit', 'run']);
    await page.close();
  });

  it('keeps select-all in the field that is typed in, and lets undo go to VS Code', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    // as VS Code listens: to all that reaches the window
    await page.evaluate(() => {
      Object.assign(window, { reached: [] as string[] });
      window.addEventListener('keydown', event =>
        (window as unknown as { reached: string[] }).reached.push(event.key),
      );
    });
    const units = page.getByRole('textbox', { name: 'Units' });
    await units.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('12');
    expect(await units.inputValue()).toBe('12');
    await page.keyboard.press('Control+z');
    const reached = await page.evaluate(() => (window as unknown as { reached: string[] }).reached);
    expect(reached).not.toContain('a');
    expect(reached).toContain('z');
    await page.close();
  });

  it('steps units with + and with the arrow keys', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    await page.locator('.inspector').getByRole('button', { name: 'More: Units' }).click();
    await expect.poll(() => page.evaluate(() => window.gallery.host.text)).toContain('"units": 5');
    const units = page.getByRole('textbox', { name: 'Units' });
    // the text is the host's; the field shows it a frame later
    await expect.poll(() => units.inputValue()).toBe('5');
    await units.press('Shift+ArrowUp');
    await expect.poll(() => page.evaluate(() => window.gallery.host.text)).toContain('"units": 15');
    await page.close();
  });

  it('changes a field of an optimizer inside its object', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    const rate = page.getByRole('textbox', { name: 'Learning rate' });
    await rate.fill('0.5');
    await rate.press('Enter');
    expect(await said(page)).toEqual([
      {
        type: 'edit',
        edits: [{ kind: 'set-value', path: ['training', 'optimizer', 'learningRate'], value: 0.5 }],
      },
    ]);
    await page.close();
  });

  it('chooses an activation with the keyboard', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const activation = page.getByRole('combobox', { name: 'Activation' });
    await activation.focus();
    await activation.press('Enter');
    await activation.press('ArrowUp');
    await activation.press('Enter');
    expect(await said(page)).toEqual([
      { type: 'edit', edits: [{ kind: 'set-field', id: 'hidden', field: 'activation', value: 'softplus' }] },
    ]);
    await page.close();
  });

  it('says what is worked out, and lets a header be yes, no, or worked out again', async () => {
    const page = await gallery.open('fixture=empty&panel=inspector');
    const text = JSON.stringify({ data: { file: 'a.csv', target: 'y' }, layers: [] });
    await page.evaluate(text => window.gallery.host.write(text), text);
    expect(await page.getByRole('textbox', { name: 'Delimiter' }).getAttribute('placeholder')).toBe(
      'worked out',
    );
    const header = page.getByRole('combobox', { name: 'Header' });
    const choose = async (option: string) => {
      await header.click();
      await page.locator('.of-choice .option:visible', { hasText: option }).click();
    };
    await choose('no');
    await choose('worked out');
    const edit = (value: unknown) => ({
      type: 'edit',
      edits: [{ kind: 'set-value', path: ['data', 'header'], value }],
    });
    expect(await said(page)).toEqual([edit(false), edit(undefined)]);
    await page.close();
  });

  it('changes what several layers have in common in all of them, as one edit', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden', 'output');
    expect(await page.getByRole('textbox', { name: 'Units' }).getAttribute('placeholder')).toBe(
      'several values',
    );
    const units = page.getByRole('textbox', { name: 'Units' });
    await units.fill('3');
    await units.press('Enter');
    const [message] = await said(page);
    expect(message).toEqual({
      type: 'edit',
      edits: ['hidden', 'output'].map(id => ({ kind: 'set-field', id, field: 'units', value: 3 })),
    });
    await page.close();
  });

  it('keeps the selection when a layer gets another id', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const id = page.getByRole('textbox', { name: 'Id' });
    await id.fill('first');
    await id.press('Enter');
    await expect.poll(() => page.evaluate(() => window.gallery.store.state.selection)).toEqual(['first']);
    await expect.poll(() => page.locator('.inspector .layer h2').textContent()).toBe('first');
    await page.close();
  });
});

describe('a text that can’t be read, with no picture before', () => {
  const opened = async (text: string) => {
    const page = await gallery.open('fixture=empty&panel=inspector');
    await tell(page, { type: 'document', text, version: 2, name: 'a.nn.json', editable: true });
    return page;
  };

  it('offers nothing to press that does nothing, and speaks of no picture', async () => {
    const page = await opened('Dear network, please learn');
    const pressable = page.locator('.inspector vscode-button:not([disabled]):visible');
    expect(await pressable.allTextContents()).toEqual([]);
    expect(await page.getByRole('textbox', { name: 'Name' }).isEditable()).toBe(false);
    expect(await page.locator('.canvas-root .notice').textContent()).not.toContain('picture');
    await page.close();
  });

  it('says one sentence once, however many places it is true of', async () => {
    const page = await opened('Dear network, please learn');
    const messages = await page.locator('.inspector .problem .message').allTextContents();
    expect(new Set(messages).size).toBe(messages.length);
    expect(messages.join()).toMatch(/\(\d places\)/);
    await page.close();
  });

  it('says that the picture is of half of it', async () => {
    const page = await opened('{ "layers": [{ "id": "input", "type": "input", "shape": [2] },');
    expect(await page.locator('.canvas-root .notice').textContent()).toContain('as much as can be read');
    await page.close();
  });

  it('may be thousands of brackets', async () => {
    const page = await opened('['.repeat(10_000));
    expect(await page.locator('.inspector .problem').textContent()).toContain('nested more than 100 deep');
    await page.close();
  });
});
