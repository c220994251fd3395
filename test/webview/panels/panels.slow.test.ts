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

describe('the predict panel', () => {
  it('sends the row that is typed, and shows the answer', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    await tell(page, run('finished', 100));
    await page.getByRole('textbox', { name: 'x1' }).fill('0.5');
    await page.getByRole('textbox', { name: 'x2' }).fill('-2');
    await page.getByRole('textbox', { name: 'x2' }).press('Enter');
    expect(await said(page)).toEqual([
      { type: 'predict', id: expect.any(Number), input: { kind: 'row', values: [0.5, -2] } },
    ]);
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
    const ask = page.locator('.predict form > .fault');
    expect(await ask.textContent()).toBe('Type a value first: an empty field counts as 0.');
    expect(await said(page)).toEqual([]);
    await page.keyboard.type('0.5');
    expect(await ask.textContent()).toBe('');
    await go.click();
    expect(await said(page)).toEqual([
      { type: 'predict', id: expect.any(Number), input: { kind: 'row', values: [0.5, 0] } },
    ]);
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

  it('says where every prediction is one class', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    const message = 'Every prediction is “0”.';
    const notes = ['The data have changed.'];
    const report = { ...evaluation.report, verdict: { code: 'one-class', message }, notes };
    await tell(page, run('finished', 100), { type: 'evaluation', report });
    expect(await page.locator('.evaluation .choices li').allTextContents()).toEqual([message, ...notes]);
    await tell(page, evaluation);
    expect(await page.locator('.evaluation .choices li').count()).toBe(0);
    await page.close();
  });

  it('shows the headline first, and how well each class is found', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    await tell(page, run('finished', 100), evaluation);
    const figures = page.locator('.evaluation .figures > div');
    expect(await figures.first().textContent()).toBe('accuracy90.5 %');
    expect(await figures.allInnerTexts()).toContain('precision of “1”\n86.5 %');
    const rows = page.locator('table.scores tbody tr');
    expect(await rows.allInnerTexts()).toEqual([
      '0\t200\t95.51 %\t85.0 %\t89.95 %',
      '1\t200\t86.49 %\t96.0 %\t91.0 %',
    ]);
    // a class that is never predicted
    const confusion = [
      [200, 0],
      [200, 0],
    ];
    const metrics = { accuracy: 0.5, precision: null };
    await tell(page, { ...evaluation, report: { ...evaluation.report, metrics, confusion } });
    expect(await figures.nth(1).textContent()).toBe('precision of “1”–');
    expect(await rows.nth(1).textContent()).toBe('1200–0.0 %0.0 %');
    expect(await page.locator('.evaluation .choices li').allInnerTexts()).toEqual([
      'Precision has no value where no example is predicted to be of the class: none of the predictions can be right.',
      'A class that is never predicted has no precision.',
    ]);
    await page.close();
  });

  it('plots what was predicted against what is true, on axes of one scale, and the residuals', async () => {
    const page = await gallery.open('fixture=flower&panel=predict');
    const plots = [
      { name: 'price (EUR)', truth: [10, 20, 40], predicted: [12, 18, 40] },
      { name: 'share', truth: [0.1], predicted: [0.2] },
    ];
    const metrics = { 'r-squared': 0.9, 'mean-absolute-error': 3 };
    const report = {
      set: 'test',
      examples: 5000,
      cost: 1,
      metrics,
      targets: ['price (EUR)', 'share', 'rest'],
      plots,
    } as const;
    await tell(page, run('finished', 100), { type: 'evaluation', report });
    const predicted = page.locator('.plots figure.predicted svg');
    await expect
      .poll(() => predicted.getAttribute('aria-label'))
      .toMatch(/^Predicted against true price \(EUR\), 3 test/);
    expect(await predicted.locator('text.label').allTextContents()).toEqual([
      'true price (EUR)',
      'predicted price (EUR)',
    ]);
    // a point whose prediction is right is on the line, and one below the truth below it
    const across = async (figure: string) =>
      page.locator(`.plots figure.${figure}`).evaluate(element => {
        const numbers = (path: Element) =>
          [...(path.getAttribute('d') ?? '').matchAll(/-?[\d.]+(?=,)|(?<=,)-?[\d.]+/g)].map(([text]) =>
            Number(text),
          );
        const [x1, y1, x2, y2] = numbers(element.querySelector('path.best')!) as [
          number,
          number,
          number,
          number,
        ];
        return [...element.querySelectorAll('path.points')].flatMap(path => {
          const [x, y] = numbers(path);
          return x === undefined ? [] : [Math.sign(Math.round(y1 + ((x - x1) * (y2 - y1)) / (x2 - x1) - y!))];
        });
      });
    expect(await across('predicted')).toEqual([1, -1, 0]);
    expect(await across('residuals')).toEqual([1, -1, 0]);
    expect(await page.locator('.plots .sampled').textContent()).toBe(
      '3 of the 5,000 examples are plotted, drawn at random. The first 2 of the 3 targets are plotted.',
    );
    await page.locator('.plots vscode-single-select').click();
    await page.getByText('share', { exact: true }).last().click();
    await expect.poll(() => predicted.locator('text.label').first().textContent()).toBe('true share');
    // classes have no such plots
    await tell(page, evaluation);
    expect(await page.locator('.plots').isVisible()).toBe(false);
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
