import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Preprocessing } from '../../../src/data/preprocessing';
import { type Gallery, said, startGallery, tell } from './galleryPage';
import { run } from './messages';

let gallery: Gallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery?.close());

const preprocessing: Preprocessing = {
  inputShape: [2],
  text: { tokens: 'characters', vocabulary: ['\n', 'a', 'b'], others: false, lead: [0, 0] },
  targets: { names: [], classes: ['\n', 'a', 'b'], binary: false },
};

/** The panel after a run, on a text where it is of one. */
async function opened(of: Preprocessing | undefined, panel = 'predict'): Promise<Page> {
  const page = await gallery.open(`fixture=iris&panel=${panel}`);
  const message = run('finished', 100);
  if (message.type !== 'run' || !message.run) throw new Error('not a run');
  await tell(page, { ...message, run: { ...message.run, info: { ...message.run.info, preprocessing: of } } });
  return page;
}

const asked = async (page: Page) =>
  (await said(page)).filter(({ type }) => type === 'generate' || type === 'stop-generating');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

describe('a text to go on with', () => {
  it('is offered where the network was trained on one', async () => {
    for (const [of, count] of [
      [preprocessing, 1],
      [undefined, 0],
    ] as const) {
      const page = await opened(of);
      expect(await page.getByRole('button', { name: 'Generate', exact: true }).count()).toBe(count);
      await page.close();
    }
  });

  it('is asked for with what is typed, shown as it comes, and stopped', async () => {
    const page = await opened(preprocessing);
    await field(page, 'What the text begins with').fill('ab');
    await field(page, 'Likeliest').fill('2');
    await press(page, 'Generate');
    const [request] = await asked(page);
    expect(request).toMatchObject({ start: 'ab', length: 200, temperature: 1, topK: 2, seed: 1 });
    if (request?.type !== 'generate') throw new Error('not asked for');
    await tell(page, { type: 'generated', id: request.id, piece: 'ba\nb', done: false });
    const written = page.getByRole('region', { name: 'The text' });
    expect(await written.textContent()).toBe('abba\nb');
    await press(page, 'Stop');
    expect((await asked(page)).at(-1)).toEqual({ type: 'stop-generating' });
    await tell(page, { type: 'generated', id: request.id, piece: '', done: true });
    // the next one is another
    await press(page, 'Generate');
    expect((await asked(page)).at(-1)).toMatchObject({ type: 'generate', seed: 2 });
    await page.close();
  });

  it('says at its field what can’t be meant, and asks for nothing', async () => {
    const page = await opened(preprocessing);
    await field(page, 'Length').fill('many');
    await field(page, 'Length').press('Enter');
    expect(await page.locator('.generation .fault').textContent()).toBe(
      'The length is a whole number from 1 to 100,000, not many.',
    );
    expect(await asked(page)).toEqual([]);
    await field(page, 'Length').fill('5');
    await field(page, 'Length').press('Enter');
    expect(await asked(page)).toMatchObject([{ length: 5 }]);
    await page.close();
  });

  it('takes the keyboard by command, from another panel too', async () => {
    const page = await opened(preprocessing, 'inspector');
    await tell(page, { type: 'request', request: 'generate' });
    await expect
      .poll(() => field(page, 'What the text begins with').evaluate(input => input.matches(':focus')))
      .toBe(true);
    await page.close();
  });
});
