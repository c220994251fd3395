import { analyze } from '../core/analyze';
import { readyKernels } from '../platform/kernels/nodeKernels';
import { RunAhead } from '../runs/training/runAhead';

/**
 * Begins to make ready what a run of a network needs, and what it is computed with even where that is too much. What fails in
 * this fails again, and is said, when it is needed.
 */
export function beReady({
  file,
  text,
}: {
  readonly file: string;
  readonly text: string;
}): RunAhead | undefined {
  const { network } = analyze(text);
  if (network?.training) readyKernels(network.training.precision).catch(() => {});
  return network?.data && new RunAhead(text, network.data, file);
}
