import { analyze } from '../../../src/core/analyze';
import { referenceKernels } from '../../../src/core/kernels/reference';
import { createTraining } from '../../../src/core/train/createTraining';
import { describeData, loadData } from '../../../src/data/data';
import { nodeFiles } from '../../../src/platform/nodeFiles';

/** A training of a network file's text with its data, addresses resolved against `folder`, as the product makes it. */
export async function loadNetwork(network: Readonly<Record<string, unknown>>, folder: string) {
  const text = JSON.stringify(network);
  const files = nodeFiles(folder);
  const settings = analyze(text).network!.data!;
  const snapshot = analyze(text, await describeData(settings, files));
  const errors = snapshot.problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(problem => problem.message).join(' '));
  const { train, test } = await loadData(settings, files);
  const kernels = referenceKernels(snapshot.network!.training!.precision);
  return { training: createTraining({ snapshot, kernels, train }), train, test };
}
