import { analyze } from '../core/analyze';
import { readyKernels } from '../platform/kernels/nodeKernels';
import { DataAhead } from '../runs/preparing/dataAhead';

/**
 * Finds out what a network is computed with, and gives its data, which are being read. What fails in this fails again, and is
 * said, when it is needed.
 */
export function beReady({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): DataAhead | undefined {
  const { network } = analyze(text);
  if (network?.training) readyKernels(network.training.precision).catch(() => {});
  return network?.data && new DataAhead(network.data, file);
}
