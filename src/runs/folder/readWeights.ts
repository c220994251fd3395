import type { Checkpoint } from '../../core/train/training';
import { checkpointOf } from '../../formats/checkpointFile';
import { readSafetensors, SafetensorsFault } from '../../formats/safetensors';
import { FileFault } from '../../platform/fileFault';
import type { Folder } from '../../platform/folder';
import { join } from '../../platform/path';
import { RunFault } from '../runFault';
import { type WeightsMetadata, weightsMetadata } from './weightsMetadata';

export interface Weights {
  readonly checkpoint: Checkpoint;
  readonly metadata: WeightsMetadata;
}

/**
 * What is read: as much as a training may write. Weights, gradients and averages fit into the 4 GiB of WebAssembly, and no
 * file holds the gradients.
 */
const mostBytes = 2 ** 32;

/** The weights in a file of `folder`; throws a fault that names the file. */
export async function readWeights(folder: Folder, name: string): Promise<Weights> {
  const path = join(folder.path, name);
  const bytes = await folder.read(name, mostBytes);
  if (!bytes) throw new FileFault(`There are no weights at ${path}.`, 'ENOENT');
  try {
    const file = readSafetensors(bytes);
    return { checkpoint: checkpointOf(file), metadata: weightsMetadata.read(file.metadata) };
  } catch (error) {
    if (error instanceof SafetensorsFault)
      throw new RunFault(`${path} can’t be used: ${error.message}`, path);
    throw error;
  }
}
