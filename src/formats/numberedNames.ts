import * as z from 'zod';
import type { Checkpoint } from '../core/train/training';
import { type Safetensors, SafetensorsFault } from './safetensors';

const layersSchema = z.record(z.string(), z.string());

/**
 * The arrays of a file from before December 2026, whose parameters are named by number (`W1`), whose averages are before
 * a dot (`v.W1`), and whose metadata say of which layer each parameter is. One that they don't name keeps its number.
 */
export function numberedNames({ tensors, metadata }: Safetensors): Omit<Checkpoint, 'iteration'> {
  const layers = layersOf(metadata.layers);
  const nameOf = (numbered: string) => {
    const layer = layers.get(numbered);
    return layer === undefined ? numbered : `${layer}.${numbered.replace(/[0-9]{1,9}$/, '')}`;
  };
  const parameters = tensors
    .filter(({ name }) => !name.includes('.'))
    .map(tensor => ({ ...tensor, name: nameOf(tensor.name) }));
  const names = new Set<string>();
  for (const { name } of parameters) {
    if (names.has(name)) throw new SafetensorsFault(`The weights hold two arrays for ${name}.`);
    names.add(name);
  }
  const slots = tensors
    .filter(({ name }) => name.includes('.'))
    .map(tensor => {
      const dot = tensor.name.indexOf('.');
      return { ...tensor, name: tensor.name.slice(0, dot), of: nameOf(tensor.name.slice(dot + 1)) };
    });
  return { parameters, slots };
}

function layersOf(text = '{}'): Map<string, string> {
  try {
    return new Map(Object.entries(layersSchema.parse(JSON.parse(text))));
  } catch {
    throw new SafetensorsFault('The weights name their layers in a way that can’t be read.');
  }
}
