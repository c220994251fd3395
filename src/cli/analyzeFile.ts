import { dirname } from 'node:path';
import { analyze, type Snapshot, weightsFiles } from '../core/analyze';
import { nodeFiles } from '../platform/nodeFiles';
import { describeNetwork } from '../runs/preparing/describeNetwork';
import type { NetworkText } from './readNetworkFile';

/** The network of a file with what the headers of its data say. */
export async function analyzeFile({ file, text }: NetworkText): Promise<Snapshot> {
  const { network } = analyze(text);
  if (!network?.data) return analyze(text);
  const report = await describeNetwork(network.data, weightsFiles(network), nodeFiles(dirname(file)));
  return analyze(text, report);
}
