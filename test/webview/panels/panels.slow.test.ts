import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelName } from '../../../webview/state';
import { contrastOf } from './contrastOf';
import { type Gallery, said, select, show, startGallery, tell } from './galleryPage';
import { evaluation, prediction, run } from './messages';

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

  it('sets symbols as the canvas does, with subscripts', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector');
    await select(page, 'hidden');
    const table = page.getByRole('table', { name: 'Shapes of hidden' });
    expect(await table.getByRole('row').first().innerHTML()).toContain('n<sub>h</sub>');
    expect(await page.locator('.formulas').innerHTML()).toContain('A<sub>prev</sub>');
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
    expect(await units.inputValue()).toBe('4');
    expect(await said(page)).toEqual([]);
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
      { type: 'edit', edits: [{ kind: 'set-field', id: 'hidden', field: 'activation', value: 'softmax' }] },
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

describe('the panels', () => {
  it('keep each its own place', async () => {
    const page = await gallery.open('fixture=flower&panel=inspector', { width: 1100, height: 500 });
    await tell(page, run('paused', 500));
    const scrolled = (name: string) => page.locator(`#panel-${name}`).evaluate(panel => panel.scrollTop);
    await page.locator('#panel-inspector').evaluate(panel => panel.scrollTo(0, 150));
    await show(page, 'training');
    expect(await scrolled('training')).toBe(0);
    await show(page, 'inspector');
    expect(await scrolled('inspector')).toBe(150);
    await page.close();
  });
});

describe('the training panel', () => {
  it('shows the cost curve at once, also below the canvas of a narrow window', async () => {
    for (const height of [560, 760]) {
      const page = await gallery.open('fixture=flower&panel=training', { width: 750, height });
      await tell(page, run('running', 100));
      const curve = await page.locator('.charts figure.cost svg .series').boundingBox();
      expect(curve!.y + curve!.height).toBeLessThan(height);
      await page.close();
    }
  });

  it('draws a first step as points, and says of which step an accuracy is', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('paused', 1));
    expect(await page.locator('figure.cost circle').count()).toBe(1);
    expect(await page.locator('figure.accuracy circle').count()).toBe(2);
    expect(await page.locator('.progress .count').textContent()).toBe('1 of 10,000 steps');
    expect((await page.locator('.readout .since').allTextContents()).join('')).toBe('');
    await tell(page, run('paused', 99));
    expect(await page.locator('.readout .cost dt').textContent()).toBe('cost at iteration 98');
    expect(await page.locator('.readout .since:visible').allTextContents()).toEqual([
      'at iteration 96',
      'at iteration 96',
    ]);
    // a point that is a cursor's only
    expect(await page.locator('figure.cost circle').count()).toBe(0);
    await page.close();
  });

  it('shows nothing of the run before after a reset', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('finished', 500));
    expect(await page.locator('.charts').isVisible()).toBe(true);
    await tell(page, run('paused', 0));
    // once more, after the sizes were observed
    await tell(page);
    expect(await page.locator('.charts').isVisible()).toBe(false);
    expect(await page.locator('.progress .count').textContent()).toBe('0 of 10,000 steps');
    await tell(page, run('running', 10));
    expect(await page.locator('.charts figure.cost svg').isVisible()).toBe(true);
    await page.close();
  });

  it('moves the focus to what took the place of the button pressed, never to Stop', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await tell(page, run('finished', 500));
    await page.locator('.controls').getByRole('button', { name: 'Reset' }).press('Enter');
    await tell(page, run('preparing', 0));
    await page.keyboard.press('Enter');
    expect(await said(page)).toEqual([{ type: 'run', action: 'reset' }]);
    await tell(page, run('paused', 0));
    expect(await focused()).toBe('Resume');
    await page.close();
  });

  it('offers what can be done in the state of the run', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const offered = () => page.locator('.controls vscode-button:visible').allInnerTexts();
    const names = async () => (await offered()).map(text => text.trim());
    expect(await names()).toEqual(['Train', 'Step']);
    await tell(page, run('running', 500));
    expect(await names()).toEqual(['Pause', 'Stop']);
    await tell(page, run('paused', 500));
    expect(await names()).toEqual(['Resume', 'Step', 'Stop', 'Reset', 'New Seed']);
    await page.locator('.panel.training').getByRole('button', { name: 'Step' }).click();
    expect(await said(page)).toEqual([{ type: 'run', action: 'step' }]);
    await page.close();
  });

  it('keeps the focus on its controls when the one pressed makes room for another', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await page.locator('.panel.training').getByRole('button', { name: 'Train' }).focus();
    await page.keyboard.press('Enter');
    expect(await said(page)).toEqual([{ type: 'run', action: 'start' }]);
    await tell(page, run('running', 10));
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Pause');
    await page.close();
  });

  it('reads the values at the cursor by keyboard', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('finished', 1000));
    const chart = page.getByRole('slider', { name: 'Cost by iteration' });
    await chart.focus();
    await chart.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toBe(
      'iteration 0, cost 0.700000, train accuracy 50.0 %, test accuracy 50.0 %',
    );
    await chart.press('Shift+ArrowRight');
    expect(await chart.getAttribute('aria-valuenow')).toBe('10');
    expect(await page.locator('.readout.pointing .cost dt').textContent()).toBe('cost at iteration 10');
    await page.close();
  });

  it('says which layer diverged and lowers the learning rate', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('diverged', 37, { message: 'Layer hidden overflowed at iteration 37.' }));
    expect(await page.locator('.notice.error p').textContent()).toBe(
      'Layer hidden overflowed at iteration 37.',
    );
    await page.getByRole('button', { name: 'Lower the Learning Rate to 0.12' }).click();
    expect(await page.evaluate(() => window.gallery.host.text)).toMatch(/"learningRate": ?0\.12\b/);
    await page.close();
  });

  it('says that the network, or its data, have changed since', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const notices = page.locator('.training .notice:visible p');
    await tell(page, run('finished', 500));
    expect(await notices.allTextContents()).toEqual([]);
    await tell(page, run('finished', 500, { stale: true, dataChanged: true }));
    expect(await notices.allTextContents()).toEqual([
      'The network was edited since: this run is of an older version.',
      'The data files were written since: this run learnt from what was in them when it began.',
    ]);
    await page.close();
  });

  it.each([280, 340, 700])(
    'keeps its charts in their place when an accuracy is an older one, at %d px',
    async width => {
      const page = await gallery.open('fixture=flower&panel=training', { width: 1400, height: 900 });
      await page.evaluate(size => window.gallery.store.actions.set({ panelSize: size }), width);
      const top = async () => (await page.locator('figure.cost').boundingBox())!.y;
      await tell(page, run('running', 97));
      const before = await top();
      await tell(page, run('running', 99));
      expect(await page.locator('.readout .test .since').textContent()).toBe('at iteration 96');
      expect(await top()).toBe(before);
      await page.close();
    },
  );

  it('has a column for the test set only where there is one', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const heads = () => page.locator('.training details.table th').allTextContents();
    await tell(page, run('finished', 500));
    await page.locator('.training details.table summary').click();
    await expect.poll(heads).toEqual(['iteration', 'cost', 'train', 'test']);
    const ended = run('finished', 500);
    if (ended.type !== 'run') throw new Error('not a run');
    const points = ended.points.map(point => ({ ...point, testAccuracy: undefined }));
    await tell(page, { ...ended, points });
    expect(await heads()).toEqual(['iteration', 'cost', 'train']);
    await page.close();
  });

  it('draws 20,000 points as no more than its columns of pixels can show', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('running', 20_000));
    const path = await page.locator('.charts path.series.cost').getAttribute('d');
    const width = await page
      .locator('.charts svg')
      .first()
      .evaluate(svg => svg.clientWidth);
    const drawn = path!.split(/[ML]/).length - 1;
    expect(drawn).toBeGreaterThan(width / 2);
    expect(drawn).toBeLessThanOrEqual(5 * width);
    await page.close();
  });
});

describe('the predict panel', () => {
  it('sends the row that is typed, and shows the answer', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    await tell(page, run('finished', 100));
    await page.getByRole('textbox', { name: 'x1' }).fill('0.5');
    await page.getByRole('textbox', { name: 'x2' }).fill('-2');
    await page.getByRole('textbox', { name: 'x2' }).press('Enter');
    expect(await said(page)).toEqual([{ type: 'predict', input: { kind: 'row', values: [0.5, -2] } }]);
    await tell(page, prediction);
    expect(await page.locator('.verdict .answer').textContent()).toBe('1');
    expect(await page.locator('.verdict .truth').textContent()).toContain('the label says 0');
    expect(await page.getByRole('textbox', { name: 'x1' }).inputValue()).toBe('0.25');
    await page.close();
  });

  it('asks for values where none is given', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    await tell(page, run('finished', 100));
    const go = page.locator('.predict').getByRole('button', { name: 'Predict', exact: true });
    await go.click();
    const ask = page.locator('.predict form .fault');
    expect(await ask.textContent()).toBe('Type a value first: what is left empty counts as 0.');
    expect(await said(page)).toEqual([]);
    await page.keyboard.type('0.5');
    expect(await ask.textContent()).toBe('');
    await go.click();
    expect(await said(page)).toEqual([{ type: 'predict', input: { kind: 'row', values: [0.5, 0] } }]);
    await page.close();
  });

  it('says that the network was edited since, as the training panel does', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    const notices = page.locator('.predict .notice:visible p');
    await tell(page, run('finished', 500));
    expect(await notices.allTextContents()).toEqual([]);
    await tell(page, run('finished', 500, { stale: true }));
    expect(await notices.allTextContents()).toEqual([
      'The network was edited since: this run is of an older version.',
    ]);
    await page.close();
  });

  it('walks the confusion matrix with the arrow keys', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    await tell(page, run('finished', 100), evaluation);
    const cell = page.getByRole('gridcell', { name: '170 of 200 0 predicted as 0' });
    await cell.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '192 of 200 1 predicted as 1',
    );
    await page.close();
  });
});

describe('the shapes panel', () => {
  it('selects the layer of a row, and copies the table', async () => {
    const page = await gallery.open('fixture=flower&panel=shapes');
    await page.locator('.panel.shapes').getByRole('button', { name: 'hidden' }).click();
    expect(await page.evaluate(() => window.gallery.store.state.selection)).toEqual(['hidden']);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    const [message] = await said(page);
    expect(message).toMatchObject({ type: 'copy' });
    await page.close();
  });
});

describe('the table of shapes', () => {
  it.each([340, 700])('has its heads and totals level with what they are of, at %d px', async width => {
    const page = await gallery.open('fixture=flower&panel=shapes', { width: 1400, height: 900 });
    await page.evaluate(size => window.gallery.store.actions.set({ panelSize: size }), width);
    const lefts = await page.evaluate(() =>
      ['thead th', 'tbody th .id', 'tbody th .type', 'tfoot td'].map(selector => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(`.panel.shapes ${selector}`)!);
        return range.getBoundingClientRect().left;
      }),
    );
    expect(new Set(lefts).size).toBe(1);
    await page.close();
  });
});

describe('the toolbar', () => {
  it.each([320, 370, 475, 620, 700, 900, 1400])('has every button in view at %d px', async width => {
    const page = await gallery.open('fixture=flower&panel=training', { width, height: 800 });
    // the stage with the most of them
    await tell(page, run('stopped', 500));
    const cut = await page.locator('.top button').evaluateAll((buttons, width) => {
      const out = buttons.filter(button => {
        const { left, right } = button.getBoundingClientRect();
        return left < 0 || right > width;
      });
      return out.map(button => button.getAttribute('aria-label'));
    }, width);
    expect(cut).toEqual([]);
    await page.close();
  });
});

describe('the tools that are always there', () => {
  it('stay where they are while a run begins, pauses and ends', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.design button, .drawing button')].map(
          button => button.getBoundingClientRect().left,
        ),
      );
    const before = await places();
    expect(before).toHaveLength(5);
    for (const state of ['running', 'paused', 'stopped', 'finished'] as const) {
      await tell(page, run(state, 500));
      expect(await places()).toEqual(before);
    }
    await page.close();
  });
});

describe('axe-core finds no fault', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const panels: PanelName[] = ['inspector', 'training', 'predict', 'shapes'];
  const themes = ['light', 'dark', 'contrast', 'contrast-light'];
  it.each(themes.flatMap(theme => panels.map(panel => [panel, theme] as const)))(
    'in %s, %s',
    async (panel, theme) => {
      const page = await gallery.open(`fixture=flower&panel=${panel}&theme=${theme}`);
      await tell(page, run('paused', 500, { stale: true }), prediction, evaluation);
      await show(page, panel);
      if (panel === 'inspector') await select(page, 'hidden');
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
          '.panel',
        );
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('\n')}`);
      });
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  it.each(themes)('and what lies under the mouse can be read in %s', async theme => {
    const page = await gallery.open(`fixture=flower&panel=inspector&theme=${theme}`);
    await tell(page, run('paused', 500), prediction, evaluation);
    const read: string[] = [];
    for (const panel of panels) {
      await show(page, panel);
      for (const button of await page.locator('.panel vscode-button:visible').all()) {
        await button.hover();
        const contrast = await contrastOf(button.locator('[part=base]'));
        if (contrast < 4.5) read.push(`${panel}: ${await button.textContent()} has ${contrast}`);
      }
    }
    await show(page, 'inspector');
    await page.locator('vscode-single-select:visible').first().click();
    for (const option of await page.locator('vscode-single-select .option:visible').all()) {
      await option.hover();
      const contrast = await contrastOf(option);
      if (contrast < 4.5) read.push(`option ${await option.textContent()} has ${contrast}`);
    }
    expect(read).toEqual([]);
    await page.close();
  });

  it.each([280, 340, 700])('and nothing is wider than the panel at %d px', async width => {
    for (const panel of panels) {
      const page = await gallery.open(`fixture=flower&panel=${panel}`, { width: 1400, height: 900 });
      await page.evaluate(size => window.gallery.store.actions.set({ panelSize: size }), width);
      await tell(page, run('paused', 500, { stale: true }), prediction, evaluation);
      await show(page, panel);
      const wide = await page.evaluate(() => {
        const panel = [...document.querySelectorAll<HTMLElement>('.panel')].find(
          ({ offsetParent }) => offsetParent,
        )!;
        return panel.scrollWidth - panel.clientWidth;
      });
      expect(`${panel} ${wide}`).toBe(`${panel} 0`);
      await page.close();
    }
  });
});
