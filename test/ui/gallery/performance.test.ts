import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fitKnown } from '../../../src/core/proposal/fitKnown';
import { knownNetworks } from '../../../src/core/proposal/known/all';
import { proposeKnown } from '../../../src/core/proposal/proposeKnown';
import { drawn, useGallery } from './openGallery';

const gallery = useGallery();
const FRAMES = 120;

/**
 * Milliseconds that the page's main thread has worked so far: what something costs it is counted, not the time that goes by, which on
 * a machine shared with other work says more of that work.
 */
async function clockOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(metric => metric.name === 'TaskDuration')!.value * 1000;
  };
}

/** 1,000 layers pan at 60 frames a second. */
test.each([0.02, 0.1, 0.3, 1])(
  'at a zoom of %s a frame of a pan over 1,000 layers takes under 16 ms',
  async k => {
    const { page } = gallery;
    await gallery.open('thousand', { flow: 'auto' });
    await page.evaluate(`gallery.store.actions.set({ viewport: { x: -1000, y: 400, k: ${k} } })`);
    await drawn(page);
    const busy = await clockOf(page);
    const before = await busy();
    await page.evaluate(async frames => {
      const canvas = document.querySelector('.canvas-root')!;
      for (let i = 0; i < frames; i++) {
        const deltaX = i < frames / 2 ? 30 : -30;
        canvas.dispatchEvent(new WheelEvent('wheel', { deltaX, bubbles: true, cancelable: true }));
        await new Promise(requestAnimationFrame);
      }
    }, FRAMES);
    const each = (await busy()) - before;
    expect(each / FRAMES).toBeLessThan(16);
  },
);

/** From its text to the picture of it: analysis, layout and drawing, in a page that has shown nothing yet. */
test.each(['LeNet-5', 'ResNet-50', 'U-Net'])('%s opens in under 300 ms', async title => {
  const known = knownNetworks.find(each => each.title.includes(title))!;
  const fit = fitKnown(known, undefined);
  if (fit.kind === 'misfit') throw new Error(fit.because);
  const text = proposeKnown(title, known, fit, undefined, undefined);
  const { page } = gallery;
  await gallery.open('empty', { flow: 'auto' });
  const busy = await clockOf(page);
  const before = await busy();
  await page.evaluate(`gallery.host.write(${JSON.stringify(text)})`);
  await page.locator('g.layer').first().waitFor();
  await drawn(page);
  const took = (await busy()) - before;
  expect(took).toBeLessThan(300);
});
