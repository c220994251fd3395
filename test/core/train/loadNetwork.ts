import { analyze } from '../../../src/core/analyze';
import type { Kernels } from '../../../src/core/kernels/kernels';
import { createTraining } from '../../../src/core/train/createTraining';
import { describeData, loadData } from '../../../src/data/data';
import { nodeFiles } from '../../../src/platform/nodeFiles';
import { engineFor } from '../../../src/runs/preparing/engineFor';

/**
 * A training of a network file's text with its data, addresses resolved against `folder`, as the product makes it,
 * or with other kernels, or without some passes.
 */
export async function loadNetwork(
  network: Readonly<Record<string, unknown>>,
  folder: string,
  { kernels, without }: { kernels?: Kernels; without?: readonly string[] } = {},
) {
  const text = JSON.stringify(network);
  const files = nodeFiles(folder);
  const settings = analyze(text).network!.data!;
  const snapshot = analyze(text, await describeData(settings, files));
  const errors = snapshot.problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(problem => problem.message).join(' '));
  const { train, test } = await loadData(settings, files);
  const { batchSize } = snapshot.network!.training!;
  const engine = await engineFor(snapshot, batchSize === 'all' ? train.m : batchSize);
  const training = createTraining({ snapshot, kernels: kernels ?? engine.kernels, train, without });
  return { training, train, test };
}
