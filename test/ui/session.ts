// A window of VS Code for the tests of one file, on a copy of test/ui/fixtures (or a folder that it names).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { extensionsReady } from './workbench';

declare module 'vitest' {
  interface ProvidedContext {
    /** the port of VS Code's server */
    port: number;
    /** the folder that the extension is installed in */
    extensions: string;
    /** where the browser is reached */
    browser: string;
    /** the folder for pictures of failed tests */
    failures: string;
  }
}

export interface Session {
  page: Page;
  /** the workspace; what a test writes there is thrown away */
  folder: string;
}

/** The address bar's own server, the webview's files and what is made in the page; nothing else may be asked. */
const INSIDE = /^(http:\/\/127\.0\.0\.1|blob:|data:|https:\/\/[^/]*\.vscode-(resource\.vscode-)?cdn\.net\/)/;

/** Opens the window before the file's tests and closes it after them; a failed test leaves a picture. */
export function openSession(fixtures = path.join(__dirname, 'fixtures')): Session {
  const session = {} as Session;
  const outside: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-ui-'));
    session.folder = path.join(home, 'workspace');
    const filter = (source: string) => path.basename(source) !== '.layerwise'; // runs of a developer
    fs.cpSync(fixtures, session.folder, { recursive: true, filter });
    browser = await chromium.connect(inject('browser'));
    session.page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    session.page.setDefaultTimeout(30_000);
    session.page.on('request', request => {
      if (!INSIDE.test(request.url())) outside.push(request.url());
    });
    await openWindow(session);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = task.name.replace(/[^\w]+/g, '-').slice(0, 80);
    await session.page.screenshot({ path: path.join(inject('failures'), `${name}.png`) });
  });

  afterAll(async () => {
    await browser?.close();
    if (session.folder)
      fs.rmSync(path.dirname(session.folder), { recursive: true, force: true, maxRetries: 3 });
    expect(outside, 'requests to other machines').toEqual([]);
  });
  return session;
}

/** The sample workspace that the product ships. */
export const samples = path.resolve(__dirname, '../../samples');

/** Loads the window, or loads it again. */
export async function openWindow({ page, folder }: Session): Promise<void> {
  const address = `http://127.0.0.1:${inject('port')}/?folder=${encodeURIComponent(folder)}`;
  await page.goto(address, { timeout: 60_000 });
  await extensionsReady(page);
}
