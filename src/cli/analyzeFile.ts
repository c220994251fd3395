import { dirname } from 'node:path';
import { analyze, type Snapshot } from '../core/analyze';
import { describeData } from '../data/data';
import { nodeFiles } from '../platform/nodeFiles';
import type { NetworkText } from './readNetworkFile';

/** The network of a file with what the headers of its data say. */
export async function analyzeFile({ file, text }: NetworkText): Promise<Snapshot> {
  const settings = analyze(text).network?.data;
  return analyze(text, settings && (await describeData(settings, nodeFiles(dirname(file)))));
}
