// The gallery page of the designer in the browser of the UI tests: the view alone, with a host that holds a fixture.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';

const root = path.resolve(__dirname, '../../..');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

export interface Gallery {
  page: Page;
  open(fixture: string, options?: { theme?: string; panel?: string; flow?: string }): Promise<void>;
  /** The text that the fixture's host holds now. */
  text(): Promise<string>;
}

/** Waits until the view has drawn all that it knows now. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Builds and serves the page before the file's tests, and ends both after them; a failed test leaves a picture. */
export function useGallery(): Gallery {
  const gallery = {} as Gallery;
  let folder: string;
  let server: http.Server;
  let browser: Browser;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-gallery-'));
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
    fs.copyFileSync(path.join(root, 'webview/gallery/index.html'), path.join(folder, 'index.html'));
    server = http.createServer((request, response) => {
      const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html';
      const file = path.join(folder, name);
      if (!fs.existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' });
      response.end(fs.readFileSync(file));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

    browser = await chromium.connect(inject('browser'));
    gallery.page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    gallery.page.setDefaultTimeout(30_000);
    gallery.open = async (fixture, { theme = 'dark', panel = 'none', flow = 'horizontal' } = {}) => {
      await gallery.page.goto(`${address}?fixture=${fixture}&theme=${theme}&panel=${panel}&flow=${flow}`);
      // the data comes after the text, and moves the layers once more
      await gallery.page.waitForFunction('window.gallery?.settled()');
      await gallery.page
        .locator(fixture === 'empty' ? '.empty' : 'g.layer')
        .first()
        .waitFor();
      await drawn(gallery.page);
    };
    gallery.text = () => gallery.page.evaluate('gallery.host.text') as Promise<string>;
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = task.name.replace(/[^\w]+/g, '-').slice(0, 80);
    await gallery.page.screenshot({ path: path.join(inject('failures'), `gallery-${name}.png`) });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    if (folder) fs.rmSync(folder, { recursive: true, force: true });
  });
  return gallery;
}
