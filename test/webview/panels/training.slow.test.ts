import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToView } from '../../../src/protocol/view';
import { type Gallery, said, startGallery, tell } from './galleryPage';
import { run } from './messages';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
}, 60_000);
afterAll(() => gallery?.close());

describe('the training panel', () => {
  it('says why the engine was chosen where the mouse is over it', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('running', 100));
    await page.getByText('About this run').click();
    const engine = page.locator('.rows dd', { hasText: 'reference kernels, float64' });
    expect(await engine.getAttribute('title')).toBe(
      'SIMD gave the reference kernels’ numbers. Relaxed SIMD: V8 ended the process (SIGTRAP).',
    );
    expect(await page.locator('.rows dd[title]:not([title=""])').count()).toBe(1);
    await page.close();
  });

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
    expect(await page.locator('figure.metric circle').count()).toBe(2);
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

  it('says of which step the figures are where the best weights are in use', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const finished = run('finished', 500) as Extract<ToView, { type: 'run' }>;
    const best = { iteration: 299, train: { accuracy: 0.75 }, test: { accuracy: 0.7 } };
    await tell(page, {
      ...finished,
      run: { ...finished.run!, info: { ...finished.run!.info, weights: 'best', best } },
    });
    expect(await page.locator('.readout dt').first().textContent()).toBe('cost, best: iteration 299');
    expect(await page.locator('.readout .value').allTextContents()).toEqual(['0.204181', '75.0 %', '70.0 %']);
    expect(await page.locator('.readout .since').allTextContents()).toEqual([
      '',
      'best: iteration 299',
      'best: iteration 299',
    ]);
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

  // in the panel and in the toolbar above the canvas
  it.each(['.panel .controls', 'header .run'])(
    'is ready after a reset, with the focus on what took the place of the button in %s, never on Stop',
    async controls => {
      const page = await gallery.open('fixture=flower&panel=training');
      await tell(page, run('finished', 500));
      await page.locator(controls).getByRole('button', { name: 'Reset' }).press('Enter');
      await tell(page, run('preparing', 0));
      await page.keyboard.press('Enter');
      expect(await said(page)).toEqual([{ type: 'run', action: 'reset' }]);
      await tell(page, run('paused', 0));
      expect(await page.locator('.progress .word').textContent()).toBe('Ready');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Train');
      await page.keyboard.press('Enter');
      expect((await said(page)).at(-1)).toEqual({ type: 'run', action: 'start' });
      await page.close();
    },
  );

  it('says the seed, whatever the state', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const seed = () => page.locator('.training .seed').textContent();
    expect(await seed()).toBe('Seed 2');
    for (const state of ['preparing', 'running', 'paused', 'finished', 'failed'] as const) {
      await tell(page, run(state, state === 'preparing' ? 0 : 50));
      expect(await seed()).toBe('Seed 2');
    }
    await page.close();
  });

  it('asks to train on where the run is finished', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('finished', 500));
    await page.locator('.panel .controls').getByRole('button', { name: 'Train On…' }).click();
    expect(await said(page)).toEqual([{ type: 'run', action: 'train-on' }]);
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
      'The data have changed since: this run learnt from what was in them when it began, and an evaluation may now be on examples that it has trained on.',
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
    await expect.poll(heads).toEqual(['iteration', 'cost', 'train accuracy', 'test accuracy']);
    const ended = run('finished', 500);
    if (ended.type !== 'run') throw new Error('not a run');
    const points = ended.points.map(point => ({ ...point, test: undefined }));
    await tell(page, { ...ended, points });
    expect(await heads()).toEqual(['iteration', 'cost', 'train accuracy']);
    await page.close();
  });

  it('shows the metric that is chosen, in chart, readout and table', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    const ended = run('finished', 500);
    if (ended.type !== 'run') throw new Error('not a run');
    const errors = (value: number) => ({ 'r-squared': -value, 'mean-absolute-error': value });
    const points = ended.points.map(point => ({
      ...point,
      ...(point.train && { train: errors(12), test: errors(34) }),
    }));
    const preprocessing = { inputShape: [2], targets: { names: ['price (EUR)'], binary: false } };
    await tell(page, {
      ...ended,
      points,
      run: { ...ended.run!, info: { ...ended.run!.info, preprocessing } },
    });
    const shown = () => page.locator('.readout div.train').textContent();
    const label = page.locator('figure.metric text.label').last();
    expect(await shown()).toContain('train R²−12');
    expect(await label.textContent()).toBe('R²');
    // how far below 0 it was would leave no room for what matters
    expect(await page.locator('figure.metric text.y').first().textContent()).toBe('−1');
    const choice = page.locator('.settings vscode-single-select');
    await choice.click();
    await page.getByText('mean absolute error of price (EUR)').click();
    await expect.poll(shown).toContain('train mean absolute error of price (EUR)12');
    expect(await label.textContent()).toBe('mean absolute error of price (EUR)');
    await page.locator('.training details.table summary').click();
    const heads = () => page.locator('.training details.table th').allTextContents();
    await expect.poll(heads).toContain('test mean absolute error of price (EUR)');
    expect(await page.evaluate(() => window.gallery.store.state.chart.metric)).toBe('mean-absolute-error');
    await page.close();
  });

  it('has nothing to choose where there is one metric', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, run('finished', 500));
    expect(await page.locator('.settings div.metric').isVisible()).toBe(false);
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
