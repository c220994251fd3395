import type { DataReport } from '../../core/network/dataReport';
import type { DataSettings } from '../../core/network/schema';
import { describeData } from '../../data/data';
import type { Files } from '../../data/files';
import type { Reading } from '../../data/reading';
import { weightsFile } from '../folder/weightsFile';

/** What the files of a network say without training on it: its data, and the weights that it starts from. */
export async function describeNetwork(
  settings: DataSettings,
  weights: readonly string[] | undefined,
  files: Files,
  reading?: Reading,
): Promise<DataReport> {
  const report = await describeData(settings, files, reading);
  if (!weights?.length) return report;
  const paths: string[] = [];
  const found = [];
  // one after the other: each may be as large as the memory
  for (const address of weights) {
    const { report, path } = await weightsFile(files, address);
    found.push(report);
    paths.push(path);
  }
  return { ...report, weights: found, files: [...report.files, ...paths] };
}
