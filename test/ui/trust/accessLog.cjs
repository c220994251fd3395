// Loaded before everything else in VS Code's server (NODE_OPTIONS=--require), and handed on to each Node process that is
// forked there: writes a line of JSON
// for each call of the file system under LAYERWISE_WATCHED, by whatever links the path leads there, for each write of
// Layerwise's own code, and for each process that is started. What VS Code reads by itself elsewhere isn't of interest.
const fs = require('node:fs');
const path = require('node:path');
const childProcess = require('node:child_process');
const { syncBuiltinESMExports } = require('node:module');
const { fileURLToPath } = require('node:url');

const { LAYERWISE_ACCESS_LOG: log, LAYERWISE_WATCHED: watched, LAYERWISE_EXTENSION: extension } = process.env;
const { writeSync, openSync, realpathSync } = fs;
const file = openSync(log, 'a');
const script = process.argv[1] ?? '';
const ours = script.startsWith(extension);

function write(entry) {
  writeSync(file, `${JSON.stringify({ pid: process.pid, script, ...entry })}\n`);
}

/** Called by Layerwise: in its processes always, in the extension host where a function of its bundle is on the stack. */
function isOurs() {
  if (ours) return true;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes(extension);
}

function placeOf(argument) {
  if (typeof argument === 'string') return path.resolve(argument);
  if (argument instanceof URL && argument.protocol === 'file:') return fileURLToPath(argument);
  return Buffer.isBuffer(argument) ? path.resolve(argument.toString()) : undefined;
}

/** Where links lead to, as far as there is something. */
function realOf(place) {
  try {
    return realpathSync(place);
  } catch {
    const folder = path.dirname(place);
    return folder === place ? place : path.join(realOf(folder), path.basename(place));
  }
}

const isWatched = place => place === watched || place.startsWith(`${watched}/`);
const touching = ['lstat', 'readlink', 'unlink', 'rm', 'rmdir', 'rename', 'symlink'];
const changing =
  /^(write|append|mkdir|rm|unlink|rename|copyFile|cp|symlink|link|truncate|chmod|chown|utimes|createWriteStream)/;

function note(name, args) {
  const place = placeOf(args[0]);
  if (place === undefined) return;
  // a link itself is looked at, or what it leads to
  const base = name.replace(/Sync$/, '');
  const real = touching.includes(base)
    ? path.join(realOf(path.dirname(place)), path.basename(place))
    : realOf(place);
  const writes =
    changing.test(base) ||
    (/^open/.test(base) && /[wa+]/.test(String(args[1])) && typeof args[1] === 'string');
  if (isWatched(place) || isWatched(real)) write({ what: writes ? 'write' : 'read', name, place, real });
  else if (writes && isOurs()) write({ what: 'write', name, place, real });
}

function wrap(object, names, before) {
  for (const name of names) {
    const original = object[name];
    if (typeof original !== 'function') continue;
    object[name] = Object.assign(function (...args) {
      before(name, args);
      return original.apply(this, args);
    }, original);
  }
}

const calls = [
  ...[
    'access',
    'appendFile',
    'chmod',
    'chown',
    'copyFile',
    'cp',
    'link',
    'lstat',
    'mkdir',
    'open',
    'opendir',
  ],
  ...['readdir', 'readFile', 'readlink', 'realpath', 'rename', 'rm', 'rmdir', 'stat', 'symlink', 'truncate'],
  ...[
    'unlink',
    'utimes',
    'watch',
    'watchFile',
    'writeFile',
    'exists',
    'createReadStream',
    'createWriteStream',
  ],
];
wrap(fs, [...calls, ...calls.map(name => `${name}Sync`)], note);
wrap(fs.promises, calls, note);
wrap(
  childProcess,
  ['spawn', 'fork', 'exec', 'execFile', 'spawnSync', 'execSync', 'execFileSync'],
  (name, args) => {
    const list = Array.isArray(args[1]) ? args[1] : [];
    write({ what: 'spawn', name, command: String(args[0]), args: list.map(String), ours: isOurs() });
  },
);

// VS Code takes NODE_OPTIONS away from the processes that it forks
const { fork } = childProcess;
const kept = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('LAYERWISE_')),
);
childProcess.fork = (module, ...rest) => {
  const list = Array.isArray(rest[0]) ? rest.shift() : [];
  const options = rest[0] ?? {};
  return fork(module, list, {
    ...options,
    execArgv: ['--require', __filename, ...(options.execArgv ?? [])],
    env: { ...(options.env ?? process.env), ...kept },
  });
};
syncBuiltinESMExports();
write({ what: 'process' });
