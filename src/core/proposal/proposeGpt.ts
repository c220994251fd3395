import { before } from '../layers/blocks';
import { transformerBlock } from '../layers/blocks/transformerBlock';
import { freshIds } from '../network/freshIds';
import type { Proposal, ProposedLayer } from './proposedLayer';

const width = 64;
const heads = 4;
const count = 2;
/** Tokens from which on an example has 64 of them, of fewer 16. */
const long = 2000;

/** A small GPT: every step says the next token, from itself and those before it. */
export function proposeGpt(vocabulary: number, tokens: number): Proposal {
  const fresh = freshIds([]);
  const hidden: ProposedLayer[] = [
    { id: fresh('tokens'), type: 'embedding', vocabulary, size: width },
    { id: fresh('place'), type: 'position' },
  ];
  const groups: Record<string, readonly string[]> = {};
  for (let k = 1; k <= count; k++) {
    const ids = new Map<string | typeof before, string>([[before, hidden.at(-1)!.id]]);
    const layers = transformerBlock.layers(width, { heads }).map(({ id, type, fields, inputs }) => {
      ids.set(id, fresh(id));
      return {
        id: ids.get(id)!,
        type,
        ...(inputs && { inputs: inputs.map(input => ids.get(input)!) }),
        ...fields,
      };
    });
    hidden.push(...layers);
    groups[`${transformerBlock.group}-${k}`] = layers.map(({ id }) => id);
  }
  hidden.push({ id: fresh('norm'), type: 'layer-norm' });
  return {
    hidden,
    title: `A small GPT: ${count} transformer blocks of ${heads} heads, ${width} wide`,
    detail: 'Learns the next token at every step: the best of these for texts of a hundred kilobytes.',
    data: { window: tokens < long ? 16 : 64, everyStep: true },
    steps: { optimizer: { type: 'adamw', learningRate: 0.002 }, iterations: 1000, batchSize: 32 },
    groups,
  };
}
