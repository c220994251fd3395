import * as z from 'zod';
import type { Checkpoint } from '../core/train/training';
import {
  readSafetensors,
  type Safetensors,
  SafetensorsFault,
  type Tensor,
  writeSafetensors,
} from './safetensors';

/**
 * A checkpoint as a safetensors file: parameters by their names (`W1`), the optimizer's running averages with theirs
 * before (`v.W1`), the iteration and the layers among the metadata. Bit for bit: reading gives what was written.
 */
export function encodeCheckpoint(
  { iteration, parameters, slots }: Checkpoint,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const layers = Object.fromEntries(parameters.map(({ name, layer }) => [name, layer]));
  return writeSafetensors({
    tensors: [...parameters, ...slots].map(({ name, shape, data }) => ({ name, shape, data })),
    metadata: {
      ...metadata,
      format: 'layerwise',
      iteration: String(iteration),
      layers: JSON.stringify(layers),
    },
  });
}

/** Throws a `SafetensorsFault`, whose message is one sentence, where the bytes aren't a checkpoint. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  return checkpointOf(readSafetensors(bytes));
}

/** As `decodeCheckpoint`, of a file that has been read. */
export function checkpointOf({ tensors, metadata }: Safetensors): Checkpoint {
  const layers = layerNames(metadata.layers);
  const iteration = Number(metadata.iteration ?? 0);
  if (!Number.isSafeInteger(iteration) || iteration < 0) {
    throw new SafetensorsFault(
      `The weights say that they are of iteration ${metadata.iteration}, which isn’t one.`,
    );
  }
  const matrices = tensors.map(tensor => ({ ...tensor, shape: matrixShape(tensor) }));
  return {
    iteration,
    parameters: matrices
      .filter(({ name }) => !name.includes('.'))
      .map(matrix => ({ ...matrix, layer: layers.get(matrix.name) ?? '' })),
    slots: matrices.filter(({ name }) => name.includes('.')),
  };
}

const layersSchema = z.record(z.string(), z.string());

function layerNames(text = '{}'): Map<string, string> {
  try {
    return new Map(Object.entries(layersSchema.parse(JSON.parse(text))));
  } catch {
    throw new SafetensorsFault('The weights name their layers in a way that can’t be read.');
  }
}

function matrixShape({ name, shape }: Tensor): readonly [number, number] {
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.length !== 2) {
    throw new SafetensorsFault(`The weights hold ${name} with ${shape.length} sizes; parameters have two.`);
  }
  return [rows, columns];
}
