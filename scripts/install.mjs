// Installs the packages that are missing or of another version than the lock file says: `node scripts/install.mjs`.
// It uses nothing but Node, because it runs before there is anything else.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** The project's own packages. */
export const installTools = () => install(root, 'tools');

/** The VS Code and the Chromium of test/vscode: larger, and needed only to run VS Code. */
export const installVscode = () => install(path.join(root, 'test/vscode'), 'VS Code and Chromium');

/** The versions of Node that what computes is tested on: npm has them for Linux on x64, and elsewhere they are named. */
export async function installNodes() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  await install(path.join(root, 'test/nodes'), 'the versions of Node to test on');
}

/** The libraries that the bench compares with. Nothing of theirs runs while they are installed. */
export const installBenchPeers = () =>
  install(path.join(root, 'bench/peers'), 'the libraries to compare with', ['--ignore-scripts']);

async function install(folder, what, options = []) {
  if (installed(folder)) return;
  console.error(`Installing ${what} (npm ci in ${path.relative(root, folder) || '.'})`);
  const [command, ...before] = npm();
  const child = spawn(command, [...before, 'ci', ...options, '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: npmEnvironment(),
  });
  const kill = () => child.kill();
  process.on('exit', kill);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  process.off('exit', kill);
  if (code !== 0) throw new Error(`npm ci in ${folder} ended with ${code}`);
}

/** npm writes what it installed to node_modules when it is done: the same as the lock file says, or it's not. */
function installed(folder) {
  const wanted = packages(path.join(folder, 'package-lock.json'));
  const found = packages(path.join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) =>
      !name.startsWith('node_modules/') || optional || (name in found && found[name].version === version),
  );
}

function packages(lockFile) {
  try {
    return JSON.parse(fs.readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return {}; // nothing is installed yet
  }
}

/** The npm that runs this, else the one on PATH. */
function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** Without the settings that the npm around this hands down, which name its folder and its command. */
function npmEnvironment() {
  const handedDown = /^npm_(package|lifecycle|command|config_local_prefix)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !handedDown.test(name)));
}

if (process.argv[1] === import.meta.filename) {
  await installTools();
  await installVscode();
  await installNodes();
}
