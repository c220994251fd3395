import fs from 'node:fs';

/**
 * Ends this process in order when it is told to or when its parent is gone. Whoever starts something registers its
 * end with `process.on('exit', …)`; Node runs those for `process.exit`, and not for a signal.
 *
 * @param {(signal: string) => void} [say] called before
 */
export function endOnSignals(say = () => {}) {
  const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => {
      say(signal);
      process.exit(code);
    });
  }
  const ancestors = readAncestors();
  setInterval(() => {
    if (readAncestors() !== ancestors) process.exit(CODES.SIGHUP);
  }, 500).unref();
}

/** The parent, and its parent: npm runs a script through a shell, which outlives an npm that is killed. */
function readAncestors() {
  const parent = process.ppid;
  try {
    const state = fs.readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${state.slice(state.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(parent); // not Linux
  }
}
