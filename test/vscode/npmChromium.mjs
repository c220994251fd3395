import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const carrier = path.join(here, 'node_modules', '@sparticuz', 'chromium');

/**
 * The headless Chromium that npm's @sparticuz/chromium carries, unpacked beside the project's other test files.
 * Gives null where it can't run: it is built for Linux on x64.
 */
export function npmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !fs.existsSync(carrier)) return null;
  const { version } = JSON.parse(fs.readFileSync(path.join(carrier, 'package.json'), 'utf8'));
  const folder = path.resolve(here, '../../.vscode-test', `chromium-${version}`);
  if (!fs.existsSync(folder)) unpack(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** Unpacks aside and renames, so that a folder of that name is always whole, even when two processes unpack. */
function unpack(folder) {
  const aside = `${folder}.${process.pid}`;
  fs.mkdirSync(aside, { recursive: true });
  // the package unpacks into the system's temporary folder, read once at start: hence a process of its own
  execFileSync(process.execPath, [path.join(here, 'unpackChromium.mjs'), carrier], {
    env: { ...process.env, TMPDIR: aside },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  fs.writeFileSync(path.join(aside, 'fonts.conf'), fontsOf(folder));
  try {
    fs.renameSync(aside, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
    fs.rmSync(aside, { recursive: true }); // another process was quicker
  }
}

/** The package's own list of fonts names a fixed folder; and without any font Chromium aborts. */
const fontsOf = folder => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
