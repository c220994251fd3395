// Workspaces that aren't trusted, each opened in real VS Code as a person would, and then pressed upon. A module loaded
// into every process of the server writes down what they touch (accessLog.cjs).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { row } from '../../trust/row';
import { startServer } from '../../vscode/startServer.mjs';
import { button, layers, networkDrawn, openNetwork, showPanel } from '../designer';
import { extensionsReady, notification, openFile, runCommand } from '../workbench';
import { hostileWorkspaces, makeBait, network } from './hostileWorkspaces';

interface Entry {
  readonly pid: number;
  readonly what: 'process' | 'read' | 'write' | 'spawn';
  readonly script: string;
  readonly name?: string;
  readonly place?: string;
  readonly real?: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly ours?: boolean;
}

let home: string;
let server: Awaited<ReturnType<typeof startServer>>;
let browser: Browser;
let page: Page;
const at = (...names: string[]) => path.join(home, ...names);

beforeAll(async () => {
  home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-restricted-')));
  const extensions = inject('extensions');
  const [own] = fs.readdirSync(extensions).filter(name => name.includes('layerwise'));
  for (const bait of ['first', 'bait']) makeBait(at('outside', bait));
  server = await startServer({
    trust: true,
    extensions,
    userData: at('user'),
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${path.join(__dirname, 'accessLog.cjs')}`,
      LAYERWISE_ACCESS_LOG: at('access.jsonl'),
      LAYERWISE_WATCHED: at('outside'),
      LAYERWISE_EXTENSION: path.join(fs.realpathSync(extensions), own!),
    },
  });
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await page?.screenshot({ path: path.join(inject('failures'), 'restricted.png') }).catch(() => {});
  await browser?.close();
  server?.stop();
  if (home) fs.rmSync(home, { recursive: true, force: true, maxRetries: 3 });
});

async function openFolder(folder: string): Promise<void> {
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`;
  await page.goto(address, { timeout: 60_000 });
  await extensionsReady(page);
}

const entries = (): Entry[] =>
  fs
    .readFileSync(at('access.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));

const lineOf = ({ what, name, place, real, command, script }: Entry) =>
  `${what}: ${name} ${command ?? place} ${real ?? ''}, by ${script}`;

/**
 * What was touched under the bait. VS Code's own explorer asks what each link in it leads to, and shows that as a link;
 * of contents, lists and watchers it has no need, so these count whoever asks.
 */
function isTouch({ what, name = '', place, real, script, ours }: Entry): boolean {
  // the window of the test before may still be at work
  const before = [at('outside', 'first'), at('trusted')];
  if ([place, real].some(path => before.some(folder => path?.startsWith(folder)))) return false;
  if (what === 'write') return true;
  const explorers = /server-main\.js$/.test(script) && !ours;
  return what === 'read' && !(explorers && /^(l?stat|realpath|readlink|access|exists)(Sync)?$/.test(name));
}

/** Every file and folder with its size and times, links as such. */
function treeOf(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = fs.lstatSync(file);
      return `${file} ${size} ${mtimeMs}`;
    })
    .sort();
}

test('the log sees what it is there to see', async () => {
  // a trusted window reads what lies outside, trains and writes: each must be in the log, or the rows below say nothing
  const folder = at('trusted');
  fs.mkdirSync(folder);
  fs.writeFileSync(
    path.join(folder, 'net.nn.json'),
    network({ file: '../outside/first/secret.csv', target: 'y' }),
  );
  await openFolder(folder);
  const designer = await openNetwork(page, 'net.nn.json');
  const notice = designer.getByText('This folder isn’t trusted');
  await notice.waitFor();
  const policy = await designer
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .first()
    .getAttribute('content');
  expect(policy).toMatch(/default-src 'none'.*script-src 'nonce-[\w+/=]{20,}'/);
  expect(policy).not.toContain('unsafe');
  await expect.poll(() => entries().some(({ command }) => command?.endsWith('describer.js'))).toBe(true);
  expect(entries().filter(({ place }) => place !== undefined)).toEqual([]);
  await expect
    .poll(() =>
      button(designer, /^Train/)
        .first()
        .isDisabled(),
    )
    .toBe(true);

  // the way out
  await designer.getByRole('button', { name: 'Manage Workspace Trust…' }).click();
  await page.getByRole('button', { name: 'Trust', exact: true }).first().click();
  // the editor of trust lies over the window
  await page.locator('.monaco-modal-editor-block .codicon-close').first().click();
  const trusted = await networkDrawn(page, 'net.nn.json');
  await expect.poll(() => trusted.getByText('This folder isn’t trusted').count()).toBe(0);
  const bait = at('outside', 'first', 'secret.csv');
  await expect.poll(() => entries().some(({ what, real }) => what === 'read' && real === bait)).toBe(true);
  await button(trusted, /^Train/)
    .first()
    .click();
  await expect.poll(() => entries().some(({ command }) => command?.endsWith('trainer.js'))).toBe(true);
  await expect
    .poll(() => entries().some(({ what, place }) => what === 'write' && place?.includes('.layerwise')))
    .toBe(true);
});

/** Each needs trust, and says so. */
const commands = ['Train', 'Predict…', 'Open Runs…', 'Evaluate', 'Export Picture…', 'Step'];

row(
  'restricted mode in VS Code: 0 reads outside, 0 writes, 0 spawns but the header reader',
  { quick: 1, full: hostileWorkspaces.length, limit: 1_800_000 },
  async (count, tally) => {
    for (const [i, { name, make }] of hostileWorkspaces.slice(0, count).entries()) {
      await tally.try(name, async () => {
        const folder = at('workspaces', String(i));
        fs.mkdirSync(folder, { recursive: true });
        make(folder, at('outside', 'bait'));
        const before = [...treeOf(folder), ...treeOf(at('outside'))];
        const seen = entries().length;
        const earlier = new Set(
          entries()
            .filter(({ script }) => script.endsWith('trainer.js'))
            .map(({ pid }) => pid),
        );
        await openFolder(folder);
        const designer = await openNetwork(page, 'net.nn.json');
        await designer.getByText('This folder isn’t trusted').waitFor();
        expect(await layers(designer).count()).toBe(3);
        await runCommand(page, `Layerwise: ${commands[i % commands.length]}`);
        await notification(
          page,
          'This folder isn’t trusted, so Layerwise designs and checks only.',
        ).waitFor();
        await showPanel(designer, 'Training');
        if (fs.existsSync(path.join(folder, 'program.py'))) {
          await openFile(page, 'program.py');
          await page.locator('.monaco-editor .view-line').first().waitFor();
        }
        await page.waitForTimeout(1500);

        // the trusted window's training may still be at work; one that was begun here would be among what was started
        const fresh = entries()
          .slice(seen)
          .filter(({ pid }) => !earlier.has(pid));
        expect(fresh.filter(isTouch).map(lineOf).join('\n'), 'what was read outside, or written').toBe('');
        const started = fresh.filter(({ what, ours }) => what === 'spawn' && ours);
        expect(
          started
            .filter(({ command }) => !command?.endsWith('describer.js'))
            .map(lineOf)
            .join('\n'),
          'what was started',
        ).toBe('');
        const now = [...treeOf(folder), ...treeOf(at('outside'))];
        expect(now, 'files of the workspace and outside').toEqual(before);
      });
    }
  },
);
