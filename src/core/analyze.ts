import type { DataReport } from './network/dataReport';
import { graphOf } from './network/graph';
import { inferShapes } from './network/infer';
import { findLayerProblem } from './network/layerProblems';
import type { Network, ShapeReport } from './network/network';
import { FoundProblems } from './network/reading/foundProblems';
import { parseNetwork } from './network/reading/parse';
import { findProblems } from './network/rules';
import { memoryNeedOf } from './plan/memoryNeedOf';
import type { Problem } from './problem';

export { type NetworkDifference, networkDifferences } from './network/networkDifferences';
export { networkDigest } from './network/networkDigest';
export { matchWeights, type WeightsMatch } from './network/weights/matchWeights';
export { weightsFiles } from './network/weights/weightsAddress';

/** All that is said of a network's text: the same for canvas, Problems panel, hover and CLI. */
export interface Snapshot {
  /** Undefined where the text can't be read as a network at all (then the last good one stays on the canvas). */
  readonly network: Network | undefined;
  readonly shapes: ShapeReport | undefined;
  /** In the order of their spans; of very many the worst, and how many more there are (see `FoundProblems`). */
  readonly problems: readonly Problem[];
}

/** Whether a text is one whole network: only then is a picture of it better than that of the text before. */
export function isReadable({ network, problems }: Snapshot): boolean {
  return network !== undefined && !problems.some(({ code }) => code === 'bad-json');
}

/**
 * Pure and quick (a 1,000-layer network takes milliseconds, and faults no more than the text that holds them): called on
 * each keystroke and each frame of a drag.
 */
export function analyze(text: string, data?: DataReport): Snapshot {
  const found = new FoundProblems(text);
  const parsed = parseNetwork(text, found);
  const { network } = parsed;
  if (!network) return { network, shapes: undefined, problems: found.list() };
  const graph = graphOf(network);
  const { shapes, faults } = inferShapes(network, graph, data?.facts);
  for (const { layer, fault } of faults) {
    if (found.enough) {
      found.leaveOff();
      break;
    }
    findLayerProblem(found, parsed, layer, fault);
  }
  const { errors } = found;
  const memoryNeed = () => {
    const m = batchOf(network, data);
    return errors > 0 || m === undefined ? undefined : memoryNeedOf(network, shapes, m);
  };
  findProblems(found, { parsed, network, graph, shapes, data, memoryNeed });
  return { network, shapes, problems: found.list() };
}

/** How many examples a step takes, where that is known. */
function batchOf({ training }: Network, data: DataReport | undefined): number | undefined {
  const m = data?.facts?.examples.train;
  if (!training || training.batchSize === 'all') return m;
  return Math.min(training.batchSize, m ?? Infinity);
}
