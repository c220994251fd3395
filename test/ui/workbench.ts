// The VS Code workbench as a person uses it: what the UI tests and scripts/screenshot.mjs say, they say with these.
// Key presses get lost now and then while the focus moves into or out of a webview, so what opens with a key is tried
// again. (Types only are imported: scripts/screenshot.mjs compiles this file alone.)
import type { FrameLocator, Locator, Page } from 'playwright-core';

const ATTEMPTS = 5;

/** Waits until every installed extension is known. A file opened earlier opens as plain text, and stays so. */
export async function extensionsReady(page: Page, timeout = 60_000): Promise<void> {
  const loaded = () => performance.getEntriesByName('code/didLoadExtensions').length > 0;
  await page.waitForFunction(loaded, null, { timeout, polling: 50 });
}

/** Runs a command by its title in the palette, such as `View: Close Panel`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const exactly = new RegExp(`^${title.replaceAll(/[^\w ]/g, '\\$&')}$`);
  await pick(page, 'F1', `>${title}`, rows => rows.filter({ has: highlighted(page, exactly) }));
}

/** Opens a file of the workspace by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, 'Control+P', name, rows => rows.filter({ has: highlighted(page, name) }));
}

/** What a search has found in a row. A row that isn't searched yet is about to move, and a click would miss it. */
const highlighted = (page: Page, text: string | RegExp): Locator =>
  page.locator('.label-name .highlight', { hasText: text });

/** The rows of the open quick pick, with the text to find them by typed in. */
export async function pick(
  page: Page,
  key: string,
  text: string,
  choose: (rows: Locator) => Locator,
): Promise<void> {
  const box = quickInput(page);
  const input = box.locator('input.input');
  await again(page, async () => {
    if (!(await input.isVisible())) await page.keyboard.press(key);
    await input.waitFor({ timeout: 5000 });
    await input.fill(text, { timeout: 5000 });
    await choose(box.locator('.monaco-list-row')).first().click({ timeout: 10_000 });
    // a command that asks something keeps it open
    await input.waitFor({ state: 'hidden', timeout: 4000 }).catch(() => {});
  });
}

/** The palette, quick open or whatever else asks at the top of the window. */
export const quickInput = (page: Page): Locator =>
  page.locator('.quick-input-widget:not([style*="display: none"])');

/** Answers a question, once it is asked, with one of its rows. */
export async function choose(page: Page, row: string | RegExp): Promise<void> {
  await quickInput(page).locator('.monaco-list-row', { hasText: row }).first().click();
}

/** Answers a question, once it is asked, with typed text. */
export async function answer(page: Page, question: string | RegExp, text: string): Promise<void> {
  const box = quickInput(page).filter({ hasText: question });
  await box.locator('input.input').fill(text);
  await box.locator('input.input').press('Enter');
}

/** The document inside the n-th open webview (VS Code nests two frames). */
export const webview = (page: Page, n = 0): FrameLocator =>
  page.frameLocator(`iframe.webview.ready >> nth=${n}`).frameLocator('iframe#active-frame');

/** Waits until the active editor's webview has drawn something; an editor of text has none to wait for. */
export async function webviewDrawn(page: Page): Promise<void> {
  await page.locator('iframe.webview, .monaco-editor .view-lines').first().waitFor();
  if (await page.locator('iframe.webview').count()) {
    await webview(page).locator('body *:visible').first().waitFor();
  }
}

/** What the open Problems panel lists, as a screen reader hears it: severity, message, place, source. */
export async function problems(page: Page): Promise<string[]> {
  const rows = page.locator('.markers-panel .monaco-list-row[aria-label*="at line"]');
  return rows.evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? ''));
}

/** The status bar's count, such as `Errors: 1` or `No Problems`. */
export async function problemCounts(page: Page): Promise<string> {
  return (await page.locator('#status\\.problems a').first().getAttribute('aria-label')) ?? '';
}

/** A notification that holds a text. */
export const notification = (page: Page, text: string | RegExp): Locator =>
  page.locator('.notifications-toasts .notification-list-item', { hasText: text });

/** An item of the status bar that holds a text. */
export const statusItem = (page: Page, text: string | RegExp): Locator =>
  page.locator('.statusbar-item', { hasText: text });

/** The open tab of a file. */
export const tab = (page: Page, name: string): Locator =>
  page.locator('.tabs-container .tab', { hasText: name });

/** Saves the active editor, and waits until no tab shows unsaved changes. */
export async function save(page: Page): Promise<void> {
  await runCommand(page, 'File: Save');
  await page.waitForFunction(() => !document.querySelector('.tabs-container .tab.dirty'));
}

/** Replaces a text wherever it stands in the active editor of text; the replacement doesn't hold it. */
export async function replaceInText(page: Page, text: string, replacement: string): Promise<void> {
  await page.locator('.monaco-editor.focused .view-line', { hasText: text }).first().waitFor();
  await runCommand(page, 'Replace');
  const find = page.locator('.find-widget.visible');
  await find.locator('.find-part textarea').fill(text);
  await find.locator('.replace-part textarea').fill(replacement);
  await find.locator('.matchesCount', { hasText: /of \d/ }).waitFor();
  // a press is lost now and then, as keys are
  const none = find.locator('.matchesCount', { hasText: 'No results' });
  for (let n = 1; n < ATTEMPTS && !(await none.isVisible()); n++) {
    const press = find.getByRole('button', { name: /^Replace All/ }).click({ timeout: 5000 });
    await press.then(() => none.waitFor({ timeout: 5000 })).catch(() => {});
  }
  await none.waitFor();
}

/** The text in the output panel. */
export async function outputText(page: Page): Promise<string> {
  const lines = await page.locator('.output-view .view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

async function again(page: Page, attempt: () => Promise<void>): Promise<void> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (n === ATTEMPTS) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
