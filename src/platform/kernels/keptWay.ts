import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { arch, cpus } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readRegular } from '../readRegular';
import { writeAtomically } from '../writeAtomically';
import type { ChosenWay } from './chooseWay';
import { buildFile, type KernelKind } from './kernelBuilds';
import { kernelFile } from './kernelFile';
import { nameOfWay, waysOf } from './ways';

/** A way that was tried, and when: `2026-11-30`. */
export type KeptWay = ChosenWay & { readonly day: string };

const schema = z.strictObject({
  /** What it was tried on: see `place`. */
  on: z.string().max(100),
  /** The name of the way; null where none works. */
  way: z.string().max(100).nullable(),
  share: z.number().optional(),
  failures: z.array(z.string().max(1000)).max(20),
  day: z.string().max(10),
});

const mostBytes = 20_000;

/**
 * The way that was chosen before, by the same V8 on the same processor with the same kernels, or else by `choose`. A
 * cache that can't be read or written is no fault: then it is tried again.
 */
export async function keptWay(
  kind: KernelKind,
  folder: string | undefined,
  choose: () => Promise<ChosenWay>,
): Promise<KeptWay> {
  const on = await place(kind);
  const name = `kernels.${kind}.v8-${process.versions.v8}.${arch()}.json`;
  const kept = folder && (await read(join(folder, name), on, kind));
  if (kept) return kept;
  const chosen = { ...(await choose()), day: new Date().toISOString().slice(0, 10) };
  if (folder && chosen.tried) await write(folder, name, on, chosen);
  return chosen;
}

/** Tells apart all that a trial may depend on. */
async function place(kind: KernelKind): Promise<string> {
  const hash = createHash('sha256');
  const { v8, node, electron } = process.versions;
  hash.update(JSON.stringify([v8, node, electron, arch(), cpus()[0]?.model]));
  const builds = waysOf(kind).map(({ precision, build }) => buildFile(precision, build));
  const files = [...new Set(builds), 'kernelTrial.js'];
  for (const file of files) hash.update(await readFile(kernelFile(file)!));
  return hash.digest('hex');
}

async function read(path: string, on: string, kind: KernelKind): Promise<KeptWay | undefined> {
  try {
    const bytes = await readRegular(path, mostBytes);
    const { way: name, ...kept } = schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const way = waysOf(kind).find(way => nameOfWay(way) === name);
    if (kept.on !== on || (name !== null && !way)) return undefined;
    return { way, share: kept.share, failures: kept.failures, day: kept.day, tried: true };
  } catch {
    return undefined;
  }
}

async function write(
  folder: string,
  name: string,
  on: string,
  { way, share, failures, day }: KeptWay,
): Promise<void> {
  const kept: z.infer<typeof schema> = {
    on,
    way: way ? nameOfWay(way) : null,
    share,
    failures: [...failures],
    day,
  };
  try {
    await mkdir(folder, { recursive: true });
    await writeAtomically(join(folder, name), `${JSON.stringify(kept, null, 2)}\n`);
  } catch {
    // the next process tries again
  }
}
