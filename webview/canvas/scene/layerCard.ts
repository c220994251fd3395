import { isSource, layerOf } from '../../../src/core/layers';
import type { LayerDefinition } from '../../../src/core/layers/layer';
import type { LayerNode, LayerReport } from '../../../src/core/network/network';
import type { Problem } from '../../../src/core/problem';
import type { Shape } from '../../../src/core/shape';
import type { Group } from '../groups/groupsOf';
import type { ShapeLine } from './shapeLine';

export type Role = 'input' | 'hidden' | 'output';

/** All that the canvas shows of a layer, before it is given a size and a place. */
export interface LayerCard {
  readonly id: string;
  readonly layer: LayerNode;
  readonly definition: LayerDefinition | undefined;
  readonly report: LayerReport | undefined;
  readonly role: Role;
  /** The type's title, `Dense`; the type as written where it isn't known. */
  readonly title: string;
  readonly icon: string;
  /** The shape of one example of the output. */
  readonly output: Shape | undefined;
  /** The longest side of all pictures in the network, so that volumes are drawn in proportion. */
  readonly longestSide: number;
  /** And the most channels. */
  readonly mostChannels: number;
  /** Height and width of the window that a layer fed by this one slides over its output. */
  readonly window: readonly [number, number] | undefined;
  readonly units: number | undefined;
  readonly activation: string | undefined;
  readonly lines: readonly ShapeLine[];
  readonly parameters: string | undefined;
  /** What stands beside the neurons of an input or output: columns, classes. */
  readonly names: readonly string[] | undefined;
  readonly problems: readonly Problem[];
  /** Whether training leaves it as it is. */
  readonly frozen: boolean;
  readonly selected: boolean;
  /** The layers that it stands for, where it is a folded group. */
  readonly group?: Group;
}

/** What a layer is to its network, whose output is `output`. */
export function roleOf(layer: LayerNode, output: LayerNode | undefined): Role {
  if (isSource(layer.type)) return 'input';
  return layer.id === output?.id ? 'output' : 'hidden';
}

export function definitionOf(layer: LayerNode): LayerDefinition | undefined {
  return layerOf(layer.type);
}
