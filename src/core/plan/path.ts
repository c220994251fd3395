import type { LayerNode, Network, ShapeReport } from '../network/network';
import { definitionOf } from './definitionOf';

/**
 * The layers that the output is computed from, the output last, in an order in which each comes after its inputs. The
 * output is the last layer that feeds no other.
 */
export function layersOnPath(network: Network, shapes: ShapeReport): LayerNode[] {
  const nodes = new Map(network.layers.map(node => [node.id, node]));
  const feeding = new Set(network.layers.flatMap(node => node.inputs));
  const output = network.layers.findLast(node => !feeding.has(node.id));
  if (!output) throw new Error('The network has no output.');
  const needed = new Set<string>();
  const waiting = [output.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (needed.has(id)) continue;
    needed.add(id);
    waiting.push(...nodes.get(id)!.inputs);
  }
  const path = [...shapes.layers.keys()].filter(id => needed.has(id)).map(id => nodes.get(id)!);
  // the output may feed nothing and yet not be the last in topological order
  return [...path.filter(node => node !== output), output];
}

/** Whether values come into the network at this layer. */
export function isInput(node: LayerNode): boolean {
  return definitionOf(node).kind === 'input';
}
