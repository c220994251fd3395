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
  inputShape: [4],
  columns: [
    { name: 'age', as: 'number', missing: 40 },
    { name: 'sex', as: 'one-hot', values: ['female', 'male'] },
    { name: 'fare', as: 'number', missing: 30 },
  ],
  ranges: [
    [18, 90],
    [0, 1],
    [0, 1],
    [-2.5, 300],
  ],
  targets: { names: ['y'], binary: true },
};

/** The panel after a run on a table of people. */
async function opened(): Promise<Page> {
  const page = await gallery.open('fixture=iris&panel=predict');
  const message = run('finished', 100);
  if (message.type !== 'run' || !message.run) throw new Error('not a run');
  await tell(page, { ...message, run: { ...message.run, info: { ...message.run.info, preprocessing } } });
  return page;
}

const values = async (page: Page) =>
  (await said(page)).flatMap(message =>
    message.type === 'predict' && message.input.kind === 'row' ? [message.input.values] : [],
  );

describe('the form of a row to predict', () => {
  it('shows the range of the training set where a number is to be typed', async () => {
    const page = await opened();
    const placeholder = (name: string) => page.getByRole('textbox', { name }).getAttribute('placeholder');
    expect(await placeholder('age')).toBe('18–90');
    expect(await placeholder('fare')).toBe('-2.5 to 300');
    await page.close();
  });

  it('takes what isn’t chosen or typed for unknown', async () => {
    const page = await opened();
    const sex = page.getByRole('combobox', { name: 'sex' });
    expect((await sex.textContent())?.trim()).toBe('unknown');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    expect(await values(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'age' }).fill('31');
    await page.getByRole('button', { name: 'Predict', exact: true }).click();
    expect(await values(page)).toEqual([[31, '', '']]);
    await page.close();
  });

  it('marks a mistyped value at its field, and predicts nothing until it is mended', async () => {
    const page = await opened();
    const age = page.getByRole('textbox', { name: 'age' });
    const fare = page.getByRole('textbox', { name: 'fare' });
    await fare.fill('7');
    await age.fill('young');
    await age.press('Enter');
    expect(await values(page)).toEqual([]);
    expect(await age.getAttribute('aria-invalid')).toBe('true');
    expect(await age.getAttribute('aria-description')).toContain("'young'");
    expect(await page.locator('.column .fault:visible').allTextContents()).toEqual([
      "'young' in column age isn't a number.",
    ]);
    expect(await age.evaluate(field => field.matches(':focus'))).toBe(true);
    await age.fill('30');
    expect(await page.locator('.column .fault:visible').count()).toBe(0);
    expect(await age.getAttribute('aria-invalid')).toBeNull();
    await age.press('Enter');
    expect(await values(page)).toEqual([[30, '', 7]]);
    await page.close();
  });

  it('marks the number of a test example that there isn’t', async () => {
    const page = await opened();
    const index = page.getByRole('textbox', { name: 'Index of the test example' });
    for (const wrong of ['30', '-1', 'first', '2.5']) {
      await index.fill(wrong);
      await index.press('Enter');
      expect(await index.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('.test-example .fault').textContent()).toBe(
        `The index is a whole number from 0 up to 29, not ${wrong}.`,
      );
    }
    expect(await said(page)).toEqual([]);
    await index.fill('29');
    await index.press('Enter');
    expect(await said(page)).toMatchObject([{ type: 'predict', input: { kind: 'test-example', index: 29 } }]);
    await page.close();
  });
});
