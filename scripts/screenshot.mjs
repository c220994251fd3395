// Takes a picture of the extension in real VS Code: for the README, and to look at what was built.
//
//   node scripts/screenshot.mjs --out a.png [--folder samples] [--open flower.nn.json] [--theme dark]
//                               [--size 1600x1000] [--steps steps.mjs] [--vsix layerwise.vsix] [--side-bar]
//
//   --folder    the workspace; a copy of it is opened, so that nothing in it changes (default: samples)
//   --open      a file of it to open, as Ctrl+P finds it
//   --theme     light, dark, contrast (high contrast), contrast-light; or several with commas: a.png becomes a-dark.png
//   --size      the window's width x height (default: 1400x900)
//   --steps     a module with `export default async (page, ui, context) => {}`, run before the picture: `page` is
//               Playwright's, `ui` all of test/ui/workbench.ts and `frame`, the webview's document;
//               `context` is {folder (the copy), theme, shot(name)}, where shot writes a-<name>.png on the way
//   --vsix      a packaged extension; else the working tree runs: build it first with `npm run build -- --dev`
//   --side-bar  leaves the side bar open, which else makes room
//   --wait      milliseconds to wait before the picture (default: 700)
//
// It takes free ports and temporary folders, so that several may run at once. The console's errors of the page are
// printed. It exits with 1 where a step failed, and still writes the picture.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { workbenchModule } from '../test/ui/workbenchModule.mjs';
import { endOnSignals } from '../test/vscode/endOnSignals.mjs';
import { installExtension } from '../test/vscode/installExtension.mjs';
import { launchBrowser } from '../test/vscode/launchBrowser.mjs';
import { linkExtension } from '../test/vscode/linkExtension.mjs';
import { startServer } from '../test/vscode/startServer.mjs';
import { temporaryFolder } from '../test/vscode/temporaryFolder.mjs';
import { workbenchAddress } from '../test/vscode/workbenchAddress.mjs';

// what VS Code itself complains of in a server without a marketplace
const NOISE =
  /ERR_NAME_NOT_RESOLVED|code \(404\)|status of 404|ServiceWorker|ERR_CONNECTION|Long running operations|authentication provider|onWillSaveTextDocument/;

const root = path.dirname(import.meta.dirname);

const THEMES = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};

endOnSignals();
const options = readOptions();
const themes = options.theme.split(',');
for (const theme of themes) {
  if (!THEMES[theme]) leave(`--theme ${theme}: one of ${Object.keys(THEMES).join(', ')}`);
}
const [width, height] = options.size.split('x').map(Number);
const ui = await workbenchModule();
const steps = options.steps && (await import(pathToFileURL(path.resolve(options.steps)).href)).default;

const browser = await launchBrowser();
try {
  for (const theme of themes) await picture(theme);
} finally {
  await browser.close();
}

async function picture(theme) {
  const temporary = temporaryFolder('layerwise-screenshot-');
  const folder = path.join(temporary.path, path.basename(path.resolve(options.folder)));
  fs.cpSync(path.resolve(options.folder), folder, { recursive: true });
  const extensions = path.join(temporary.path, 'extensions');
  if (options.vsix) installExtension(path.resolve(options.vsix), extensions);
  else linkExtension(root, extensions);
  const server = await startServer({
    extensions,
    settings: { 'workbench.colorTheme': THEMES[theme], 'window.autoDetectColorScheme': false },
  });
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', error => console.error(`page error: ${error.stack}`));
  page.on('console', message => {
    if (message.type() === 'error' && !NOISE.test(message.text())) console.error(message.text());
  });
  const base = options.out.replace(/\.png$/, '') + (themes.length > 1 ? `-${theme}` : '');
  const shot = async name => {
    const file = `${base}${name ? `-${name}` : ''}.png`;
    await page.screenshot({ path: file });
    console.log(file);
  };
  try {
    await page.goto(workbenchAddress({ port: server.port, folder }));
    await ui.extensionsReady(page);
    if (!options['side-bar']) await ui.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    if (options.open) {
      await ui.openFile(page, options.open);
      await ui.webviewDrawn(page);
    }
    await steps?.(page, { ...ui, frame: ui.webview(page) }, { folder, theme, shot });
    await page.waitForTimeout(Number(options.wait));
  } catch (error) {
    console.error(error.stack);
    process.exitCode = 1;
  } finally {
    await shot();
    await page.close();
    server.stop();
    temporary.remove();
  }
}

/** What was asked for; ends here with the head of this file where that was its help, or can't be understood. */
function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        out: { type: 'string' },
        folder: { type: 'string', default: 'samples' },
        open: { type: 'string' },
        theme: { type: 'string', default: 'dark' },
        size: { type: 'string', default: '1400x900' },
        steps: { type: 'string' },
        vsix: { type: 'string' },
        'side-bar': { type: 'boolean', default: false },
        wait: { type: 'string', default: '700' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    leave(error.message);
  }
  if (values.help) {
    console.log(usage());
    process.exit();
  }
  if (!values.out) leave('--out FILE.png is missing.');
  return values;
}

function leave(fault) {
  console.error(`${fault}\n\n${usage()}`);
  process.exit(2);
}

/** The comment at the head of this file. */
function usage() {
  const lines = fs.readFileSync(import.meta.filename, 'utf8').split('\n');
  const end = lines.findIndex(line => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map(line => line.replace(/^\/\/ ?/, ''))
    .join('\n');
}
