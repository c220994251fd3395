import { folderAt } from '../../platform/folder';
import { join } from '../../platform/path';
import type { RunInfo } from '../run';
import { RunFault } from '../runFault';
import { type WeightsChoice, writtenName } from './generations';
import { readWeights, type Weights } from './readWeights';
import { openRun, runFiles } from './runFolder';

/** How often a run that is being written is looked at again, and the milliseconds between. */
const tries = 50;
const pause = 20;

/** Weights of a run, and the run as it was when they were its. */
export interface RunWeights extends Weights {
  readonly info: RunInfo;
  /** The file they are in, absolute. */
  readonly path: string;
}

/**
 * The last or the best weights of a run; undefined where it has no best ones yet. They are those that `run.json` tells
 * of, also while the run goes on, and after a process that died between writing them and naming them.
 */
export async function weightsOfRun(path: string, choice: WeightsChoice): Promise<RunWeights | undefined> {
  for (let tried = 0; ; tried++) {
    const info = await openRun(path);
    const folder = folderAt(info.folder);
    const names = await folder.names();
    const told = info.checkpoint?.[choice];
    const written = told === undefined ? undefined : writtenName(choice, told);
    const name = written && names.includes(written) ? written : runFiles[choice];
    if (choice === 'best' && (info.checkpoint ? told === undefined : !names.includes(name))) return undefined;
    try {
      const weights = await readWeights(folder, name);
      if (told === undefined || (weights.metadata.generation ?? 0) === told)
        return { ...weights, info, path: join(info.folder, name) };
    } catch (error) {
      // of a run that goes on, it may have got its name between the two looks
      if (tried === tries || name !== written) throw error;
    }
    if (tried === tries) {
      throw new RunFault(
        `${join(info.folder, name)} isn’t the one that ${runFiles.info} tells of: the files of the run were changed from outside.`,
        path,
      );
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
