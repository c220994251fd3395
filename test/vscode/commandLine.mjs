import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Reads a command line as VS Code does: `--name=value` and `--name` may come several times, the rest are paths.
 *
 * @param {string[]} args
 * @returns {{flag: (name: string) => string | undefined, has: (name: string) => boolean, paths: string[]}}
 */
export function commandLine(args) {
  const flags = args.map(arg => /^--([^=]+)(?:=([\s\S]*))?$/.exec(arg));
  const find = name => flags.find(match => match?.[1] === name);
  return {
    flag: name => find(name)?.[2],
    has: name => find(name) !== undefined,
    paths: args.filter((_, i) => !flags[i]).map(absolute),
  };
}

/** An absolute path from a path or a file: address. */
export const absolute = file => path.resolve(file.startsWith('file:') ? fileURLToPath(file) : file);
