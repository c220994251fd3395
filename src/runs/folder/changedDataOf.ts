import { dirname } from '../../platform/path';
import { changedDataFiles } from '../dataFiles';
import type { RunInfo } from '../run';
import { networkFileOf } from './runFolder';

/** Which data of a run aren't those that it began with: their paths. None where the run doesn't say what they were. */
export function changedDataOf(info: RunInfo): Promise<string[]> {
  return changedDataFiles(dirname(networkFileOf(info)), info.data ?? []);
}
