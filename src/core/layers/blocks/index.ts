import type { BlockDefinition } from './block';
import { transformerBlock } from './transformerBlock';

export { type BlockDefinition, type BlockLayer, type BlockSettings, before } from './block';

/** All that is offered beside single layers. */
export const blocks: readonly BlockDefinition[] = [transformerBlock];

export function blockOf(type: string): BlockDefinition | undefined {
  return blocks.find(block => block.type === type);
}
