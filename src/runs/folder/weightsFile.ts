import * as z from 'zod';
import type { WeightsReport } from '../../core/network/dataReport';
import { allFinite } from '../../core/train/finite';
import type { SavedArray } from '../../core/train/training';
import { statOf, unreadable, withFile } from '../../data/bytes/sourceFile';
import { DataError } from '../../data/dataError';
import type { Files } from '../../data/files';
import { quoted } from '../../data/sentence';
import { checkpointOf } from '../../formats/checkpointFile';
import { readSafetensors, SafetensorsFault } from '../../formats/safetensors';
import { writtenName } from './generations';
import { runFiles } from './runFolder';

/** What is read: as much as a training may write. */
const mostBytes = 2 ** 32;
/** No run.json of ours is longer. */
const mostInfo = 64 * 2 ** 20;

/** Weights that a network starts from, as its file names them. */
export interface StartingWeights {
  readonly report: WeightsReport;
  /** The file that was read, absolute. */
  readonly path: string;
  /** What layers have learnt in it. */
  readonly arrays: readonly SavedArray[];
}

/**
 * The weights at an address: a safetensors file, or the folder of a run, whose last weights or, where its file says so, best
 * are meant. A user's fault is in the report.
 */
export async function weightsFile(files: Files, address: string): Promise<StartingWeights> {
  let path = files.resolve(address);
  try {
    const place = await fileOf(files, address);
    path = files.resolve(place);
    const arrays = await withFile(files, place, async file => {
      if (file.size > mostBytes)
        throw new DataError(`${address} has ${file.size} bytes, more than weights may have.`, {
          code: 'unfit-weights',
        });
      return checkpointOf(readSafetensors(await file.read(0, file.size))).parameters;
    });
    const found = arrays.map(({ name, shape, data }) => ({ name, shape, finite: allFinite(data) }));
    return { report: { file: address, arrays: found }, path, arrays };
  } catch (error) {
    const known = error instanceof DataError || error instanceof SafetensorsFault;
    if (!known) throw error;
    const fault = error instanceof DataError ? error.message : `${address} can’t be used: ${error.message}`;
    return { report: { file: address, fault }, path, arrays: [] };
  }
}

/** The address of the file of weights: of a run's folder, the one that its `run.json` tells of. */
async function fileOf(files: Files, address: string): Promise<string> {
  const path = files.resolve(address);
  if (!(await statOf(files, path, address))?.folder) return address;
  const info = await infoOf(files, address);
  if (!info)
    throw new DataError(
      `${quoted(address)} is a folder, but no run: it holds no ${runFiles.info} that can be read.`,
      { code: 'unfit-weights' },
    );
  const entries = await files.list(path).catch(error => {
    throw unreadable(address, error);
  });
  const names = new Set(entries.map(({ name }) => name));
  const { best, last } = info.checkpoint ?? {};
  const choice = info.weights === 'best' && best !== undefined ? 'best' : 'last';
  const told = choice === 'best' ? best : last;
  const written = told === undefined ? undefined : writtenName(choice, told);
  return `${address}/${written && names.has(written) ? written : runFiles[choice]}`;
}

const infoSchema = z.object({
  weights: z.literal('best').optional(),
  checkpoint: z.object({ last: z.int(), best: z.int().optional() }).optional(),
});

async function infoOf(files: Files, address: string) {
  try {
    return await withFile(files, `${address}/${runFiles.info}`, async file => {
      const bytes = await file.read(0, Math.min(file.size, mostInfo));
      return infoSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
    });
  } catch {
    return undefined;
  }
}
