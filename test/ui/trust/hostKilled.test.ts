import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { row } from '../../trust/row';
import { layer, openNetwork, unitsButton } from '../designer';
import { openSession, openWindow, samples } from '../session';
import { save, tab } from '../workbench';

const session = openSession(samples);
const network = 'flower.nn.json';
const file = () => path.join(session.folder, network);

/** The command line of a process and the one that started it; undefined where it has ended meanwhile. */
function processAt(pid: string): { readonly command: string; readonly parent: string } | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return {
      command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      // behind the name, which may hold anything but a last parenthesis
      parent: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]!,
    };
  } catch {
    return undefined;
  }
}

/** Whether a process belongs to the server that these tests have started, and not to another run of them. */
function isOurs(pid: string): boolean {
  for (let at: string | undefined = pid; at && at !== '0'; at = processAt(at)?.parent) {
    if (at === String(process.ppid)) return true;
  }
  return false;
}

/** The extension hosts of this server's windows. */
function extensionHosts(): number[] {
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && processAt(name)?.command.includes('--type=extensionHost'))
    .filter(isOurs)
    .map(Number);
}

row(
  'the extension host killed after an edit: the edit is kept, the file is whole',
  { quick: 1, full: 20, limit: 1_800_000 },
  async (count, tally) => {
    // the window may be left though there are changes: VS Code keeps them
    session.page.on('dialog', dialog => void dialog.accept());
    for (let n = 0; n < count; n++) {
      await tally.try(`kill ${n}`, async () => {
        const before = fs.readFileSync(file(), 'utf8');
        const units = Number(/"id": "hidden".*"units": (\d+)/.exec(before)![1]);
        const designer = await openNetwork(session.page, network);
        await layer(designer, 'hidden').locator('.title').click();
        await unitsButton(designer, 'hidden', 'more').click();
        await layer(designer, 'hidden')
          .getByText(`(${units + 1}, 2)`)
          .first()
          .waitFor();
        await session.page.waitForTimeout((n * 137) % 1000);
        const hosts = extensionHosts();
        expect(hosts.length).toBeGreaterThan(0);
        for (const host of hosts) process.kill(host, 'SIGKILL');
        expect(fs.readFileSync(file(), 'utf8')).toBe(before);
        // what VS Code keeps of unsaved changes is written a second after them
        await session.page.waitForTimeout(1500);
        await openWindow(session);
        const again = await openNetwork(session.page, network);
        await tab(session.page, network).and(session.page.locator('.dirty')).waitFor();
        await layer(again, 'hidden')
          .getByText(`(${units + 1}, 2)`)
          .first()
          .waitFor();
        await save(session.page);
        await expect
          .poll(() => fs.readFileSync(file(), 'utf8'))
          .toBe(before.replace(`"units": ${units}`, `"units": ${units + 1}`));
      });
    }
  },
);
