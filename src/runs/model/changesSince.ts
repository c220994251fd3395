import { dirname } from '../../platform/path';
import { changedDataFiles, changedSinceRun } from '../dataFiles';
import type { SavedModel } from './savedModel';

/** What of the network and its data isn't as it was in the training of a model, and what that means: a sentence each. */
export async function changesSince({ changes, file, run }: SavedModel): Promise<string[]> {
  const changed = await changedDataFiles(dirname(file), run?.data ?? []);
  return [
    ...changes,
    ...(changed.length > 0
      ? [`${changedSinceRun(changed)}: the test set may hold examples that were trained on.`]
      : []),
    ...(run?.remarks ?? []),
  ];
}
