import type { Checkpoint } from '../core/train/training';
import { checkpointOf } from '../formats/checkpointFile';
import { readSafetensors, SafetensorsFault } from '../formats/safetensors';
import { FileFault } from '../platform/fileFault';
import type { Folder } from '../platform/folder';
import { join } from '../platform/path';
import { RunFault } from './runFault';
import { type WeightsMetadata, weightsMetadata } from './weightsMetadata';

export interface Weights {
  readonly checkpoint: Checkpoint;
  readonly metadata: WeightsMetadata;
}

/** The weights in a file of `folder`; throws a fault that names the file. */
export async function readWeights(folder: Folder, name: string): Promise<Weights> {
  const path = join(folder.path, name);
  const bytes = await folder.read(name);
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
