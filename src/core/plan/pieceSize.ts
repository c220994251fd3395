import { learningOf } from '../layers/definition/learningFields';
import type { LayerNode, Network, ShapeReport } from '../network/network';
import { definitionOf } from './definitionOf';
import { layersOnPath } from './path';
import { shardSize } from './shardSize';

/** Whether a layer sees the batch while the network learns: a batch norm that is frozen has its running averages. */
const seesBatch = (node: LayerNode) =>
  definitionOf(node).wholeBatch === true && !learningOf(node.fields).frozen;

/**
 * The number of examples of a batch that run at once: all, where a layer has to see the whole batch while the network
 * `learns`. In use a batch norm has its running averages, and sees each example by itself.
 */
export function pieceSize(
  network: Network,
  shapes: ShapeReport,
  batchSize: number,
  flopsPerPiece: number,
  learns = true,
): number {
  const whole = learns && layersOnPath(network, shapes).some(seesBatch);
  return whole ? batchSize : shardSize(batchSize, shapes.flops, shapes.bytes.activations, flopsPerPiece);
}
