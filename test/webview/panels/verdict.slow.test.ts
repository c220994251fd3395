import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToView } from '../../../src/protocol/view';
import { type Gallery, said, startGallery, tell } from './galleryPage';
import { info, points } from './messages';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
}, 60_000);
afterAll(() => gallery?.close());

const verdict = {
  code: 'cost-rose',
  message: 'The cost ended at 2.1e10, above the 4,200 it began at: the steps are too large.',
  fix: {
    title: 'Standardise the Inputs',
    edits: [{ kind: 'set-value' as const, path: ['data', 'standardise'], value: true }],
  },
};

const finished = (stale: boolean, more: object = {}): ToView => ({
  type: 'run',
  run: { info: { ...info, state: 'finished', iteration: 10_000, ...more }, state: 'finished', stale },
  points: points(100),
});

describe('a run that is no success', () => {
  it('has no green tick, but a sentence and a button that mends the network', async () => {
    const page = await gallery.open('fixture=flower&panel=training');
    await tell(page, finished(false));
    expect(await page.locator('.progress .state .codicon-pass').count()).toBe(1);
    expect(await page.locator('.notices .notice.warning').isVisible()).toBe(false);

    await tell(page, finished(false, { verdict }));
    expect(await page.locator('.progress .state .codicon-pass').count()).toBe(0);
    expect(await page.locator('.progress .state .codicon-warning').count()).toBe(1);
    const notice = page.locator('.notices .notice.warning');
    expect(await notice.locator('p').textContent()).toBe(verdict.message);
    await notice.getByRole('button', { name: verdict.fix.title }).click();
    expect(await said(page)).toContainEqual({ type: 'edit', edits: verdict.fix.edits });

    // mended, it is of an older network
    await tell(page, finished(true, { verdict }));
    expect(await notice.locator('vscode-button').isVisible()).toBe(false);
    await page.close();
  });
});
