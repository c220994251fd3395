import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { FromView, ToView } from '../../../src/protocol/view';
import type { PanelName, ViewChange } from '../../../webview/state';
import type { Store } from '../../../webview/store';
import { launchBrowser } from '../../vscode/launchBrowser.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

declare global {
  interface Window {
    gallery: {
      readonly store: Store;
      readonly host: {
        readonly text: string;
        readonly messages: FromView[];
        tell(message: ToView): void;
        write(text: string): void;
      };
    };
  }
}

export interface Gallery {
  /** The designer in a fresh page, with a fixture's network. */
  open(query: string, size?: { readonly width: number; readonly height: number }): Promise<Page>;
  close(): Promise<void>;
}

/** The designer in a plain page of a real browser, with a host that keeps the text in memory. */
export async function startGallery(): Promise<Gallery> {
  const folder = mkdtempSync(path.join(tmpdir(), 'layerwise-gallery-'));
  await build({
    entryPoints: {
      gallery: path.join(root, 'webview/gallery/gallery.ts'),
      designer: path.join(root, 'webview/designer.css'),
    },
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    loader: { '.ttf': 'dataurl' },
    logLevel: 'warning',
  });
  copyFileSync(path.join(root, 'webview/gallery/index.html'), path.join(folder, 'index.html'));
  const browser: Browser = await launchBrowser();
  return {
    async open(query, size = { width: 1100, height: 900 }) {
      const page = await browser.newPage({ viewport: size });
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));
      await page.goto(`${pathToFileURL(path.join(folder, 'index.html')).href}?${query}`);
      await page.waitForSelector('.panel:visible');
      if (errors.length > 0) throw new Error(errors.join('\n'));
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the view has said to the host so far, without what it says of the selection. */
export const said = (page: Page): Promise<FromView[]> =>
  page.evaluate(() =>
    window.gallery.host.messages.filter(({ type }) => type !== 'select' && type !== 'ready'),
  );

/** Says something to the view, as the host does, and waits until it is drawn. */
export async function tell(page: Page, ...messages: ToView[]): Promise<void> {
  await page.evaluate(async all => {
    for (const message of all) window.gallery.host.tell(message);
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, messages);
}

export const select = (page: Page, ...selection: string[]) => change(page, { selection });

export const show = (page: Page, panel: PanelName) => change(page, { panel });

async function change(page: Page, part: ViewChange): Promise<void> {
  await page.evaluate(async part => {
    window.gallery.store.actions.set(part);
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, part);
}
