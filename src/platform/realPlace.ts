import { lstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative, sep } from 'node:path';
import { Refusal } from '../data/bytes/refusal';

/** Links that lead to links; Linux gives up at as many. */
const mostLinks = 40;

/** A folder under the name that was given and under its own. */
export interface Root {
  readonly given: string;
  readonly real: string;
}

function rootAt(folder: string): Root {
  try {
    return { given: folder, real: realpathSync(folder) };
  } catch {
    return { given: folder, real: folder };
  }
}

export interface Bounds {
  /** What is inside these may be read, also where they are on another machine: a person has opened them. */
  readonly roots: readonly Root[];
  /** Nothing else may be read. */
  readonly closed: boolean;
}

/** Those of a network in `folder`: everywhere on this machine, or only inside the folders `within`. */
export function boundsOf(folder: string, within?: readonly string[]): Bounds {
  // a network that was opened on a share may name other data of that share
  const own = isRemote(folder) ? parse(folder).root : folder;
  return { roots: (within ?? [own]).map(rootAt), closed: within !== undefined };
}

/** Whether a path lies in the bounds, whatever its links, or nothing is there that could lead out of them. */
export function mayTouch(path: string, bounds: Bounds): boolean {
  try {
    realPlace(path, bounds);
    return true;
  } catch (error) {
    return !(error instanceof Refusal && error.code === 'EXDEV');
  }
}

/** Why a path isn't touched, as the end of a sentence; undefined where it may be read. Touches nothing itself. */
export function outsideReason(path: string, { roots, closed }: Bounds): string | undefined {
  if (roots.some(root => isInside(path, root.given) || isInside(path, root.real))) return undefined;
  if (isRemote(path)) return 'it isn’t on this machine; copy it into the folder of the network';
  if (closed) return 'it lies outside the workspace, which isn’t trusted';
  return undefined;
}

/**
 * The place that a path leads to, without links; undefined where there is none. Links are followed one by one, and each
 * place is asked for before it is touched, so that a link to another machine, or out of the bounds, does nothing.
 * Throws a `Refusal`.
 */
export function realPlace(path: string, bounds: Bounds): string | undefined {
  let { at, parts } = begin(path, bounds);
  let link: string | undefined;
  for (let links = 0; parts.length > 0; ) {
    const [name, ...rest] = parts as [string, ...string[]];
    const next = name === '..' ? dirname(at) : join(at, name);
    const outside = outsideReason(next, bounds);
    if (outside) throw new Refusal(link ? `it is a link to ${link}, and ${outside}` : outside, 'EXDEV');
    const found = entryAt(next);
    if (!found) {
      if (link) throw new Refusal(`it is a link to ${link}, which isn’t there`, 'ENOENT');
      return undefined;
    }
    if (!found.isSymbolicLink()) {
      at = next;
      parts = rest;
      continue;
    }
    if (++links > mostLinks) throw new Refusal('its links lead in a circle', 'ELOOP');
    const target = readlinkSync(next);
    link ??= target;
    if (isAbsolute(target) || isRemote(target)) {
      const outside = outsideReason(target, bounds);
      if (outside) throw new Refusal(`it is a link to ${link}, and ${outside}`, 'EXDEV');
      const begun = begin(target, bounds);
      at = begun.at;
      parts = [...begun.parts, ...rest];
    } else parts = [...namesIn(target), ...rest];
  }
  return at;
}

/** Undefined where there is nothing, or what would be its folder is a file. */
function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Where the walk begins: at the folder of the bounds that the path is in, else at its root. */
function begin(path: string, bounds: Bounds): { at: string; parts: readonly string[] } {
  const outside = outsideReason(path, bounds);
  if (outside) throw new Refusal(outside, 'EXDEV');
  for (const { given, real } of bounds.roots) {
    for (const root of [given, real]) {
      if (isInside(path, root)) return { at: real, parts: namesIn(relative(root, path)) };
    }
  }
  const { root } = parse(path);
  return { at: root, parts: namesIn(path.slice(root.length)) };
}

function namesIn(path: string): string[] {
  return path.split(sep === '\\' ? /[\\/]/ : '/').filter(name => name !== '' && name !== '.');
}

/** In the folder, or the folder itself. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A share of another machine (`\\host\share`, also Windows' names of devices, which begin alike), or an address of the web. */
export function isRemote(path: string): boolean {
  return /^(?:[\\/]{2}|[a-z][a-z\d+.-]+:\/\/)/i.test(path);
}
