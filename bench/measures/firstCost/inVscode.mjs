import fs from 'node:fs';
import path from 'node:path';
import { workbenchModule } from '../../../test/ui/workbenchModule.mjs';
import { launchBrowser } from '../../../test/vscode/launchBrowser.mjs';
import { linkExtension } from '../../../test/vscode/linkExtension.mjs';
import { startServer } from '../../../test/vscode/startServer.mjs';
import { temporaryFolder } from '../../../test/vscode/temporaryFolder.mjs';
import { workbenchAddress } from '../../../test/vscode/workbenchAddress.mjs';

/**
 * Milliseconds from the press of Train to the frame in which the first cost stands in the designer, once for each of the
 * network files in a folder, one after the other in one window of a fresh VS Code.
 *
 * @param {string} root the extension, built
 * @param {string} folder the workspace
 * @param {string[]} names its network files, none of them trained yet
 */
export async function firstCosts(root, folder, names) {
  const ui = await workbenchModule();
  const temporary = temporaryFolder('layerwise-first-cost-');
  const extensions = path.join(temporary.path, 'extensions');
  linkExtension(root, extensions);
  const server = await startServer({ extensions });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(workbenchAddress({ port: server.port, folder: fs.realpathSync(folder) }));
    await ui.extensionsReady(page);
    const times = [];
    for (const name of names) {
      times.push(await firstCost(page, ui, name));
      await ui.runCommand(page, 'View: Close All Editors');
    }
    return times;
  } finally {
    await browser.close();
    server.stop();
    temporary.remove();
  }
}

async function firstCost(page, ui, name) {
  await ui.openFile(page, name);
  const designer = ui.webview(page);
  const canvas = designer.locator(`svg.canvas[aria-label^="Network ${name}, "]`);
  await canvas.locator('.layer[data-layer]').first().waitFor();
  const train = designer.getByRole('button', { name: 'Train', exact: true }).first();
  await train.waitFor();
  await canvas.evaluate(watch);
  // a person looks at the network first
  await page.waitForTimeout(2000);
  await train.click();
  const milliseconds = await canvas.evaluate(() => window.firstCost);
  // what is measured next has the machine for itself
  await designer
    .getByRole('button', { name: 'Stop', exact: true })
    .first()
    .click({ timeout: 2000 })
    .catch(() => {});
  await designer
    .locator('.state', { hasText: /Stopped|Finished/ })
    .first()
    .waitFor({ timeout: 120_000 });
  return milliseconds;
}

/** Runs in the webview: `firstCost` comes to be known a frame after the cost that follows a press was written. */
function watch() {
  window.firstCost = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('No cost was shown within a minute.')), 60_000);
    let pressed;
    const begin = event => {
      pressed ??= event.timeStamp;
    };
    document.addEventListener('click', begin, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (pressed === undefined || !document.querySelector('.cost .value')?.textContent) return;
      observer.disconnect();
      // the first callback comes before the frame is drawn, the second after it
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressed)));
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}
