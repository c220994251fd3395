import * as z from 'zod';
import { formatShape, sameShape } from '../core/shape';
import type { Checkpoint } from '../core/train/training';
import type { WatchState } from '../core/train/watch';
import { numberedNames } from './numberedNames';
import { readSafetensors, type Safetensors, SafetensorsFault, writeSafetensors } from './safetensors';

/**
 * A checkpoint as a safetensors file: what a layer has learnt under its id and the name within it (`hidden.W`), the
 * optimizer's running averages with theirs behind a slash (`hidden.W/v`). Which tensors are averages, and of what, only
 * the metadata say, so that no name of another program's is taken for one. Bit for bit: reading gives what was written.
 */
export function encodeCheckpoint(
  { iteration, parameters, slots, watched }: Checkpoint,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  // behind the last dot a parameter's name has no slash, so that the two never meet, whatever the ids
  const averages = slots.map(slot => ({ ...slot, tensor: `${slot.of}/${slot.name}` }));
  const told = averages.map(({ tensor, of, name }) => [tensor, { of, average: name }] as const);
  return writeSafetensors({
    tensors: [...parameters, ...averages.map(({ tensor, shape, data }) => ({ name: tensor, shape, data }))],
    metadata: {
      ...metadata,
      format: 'layerwise',
      iteration: String(iteration),
      averages: JSON.stringify(Object.fromEntries(told)),
      ...(watched && { watched: JSON.stringify(watched) }),
    },
  });
}

/** Throws a `SafetensorsFault`, whose message is one sentence, where the bytes aren't a checkpoint. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  return checkpointOf(readSafetensors(bytes));
}

/** As `decodeCheckpoint`, of a file that has been read. */
export function checkpointOf(file: Safetensors): Checkpoint {
  const { metadata } = file;
  const iteration = Number(metadata.iteration ?? 0);
  if (!Number.isSafeInteger(iteration) || iteration < 0) {
    throw new SafetensorsFault(
      `The weights say that they are of iteration ${metadata.iteration}, which isn’t one.`,
    );
  }
  const older = metadata.format === 'layerwise' && metadata.averages === undefined;
  const arrays = older ? numberedNames(file) : named(file);
  checkAverages(arrays);
  return {
    iteration,
    ...arrays,
    ...(metadata.watched !== undefined && { watched: watchedIn(metadata.watched) }),
  };
}

const averagesSchema = z.record(z.string(), z.object({ of: z.string(), average: z.string() }));

const watchedSchema = z.object({
  best: z.number().optional(),
  bestAt: z.int().min(0).optional(),
  stale: z.int().min(0),
  plateaus: z.int().min(0),
  at: z.int().min(0).optional(),
});

const watchStateSchema = z.object({ schedule: watchedSchema.optional(), stop: watchedSchema.optional() });

function watchedIn(text: string): WatchState {
  try {
    return watchStateSchema.parse(JSON.parse(text));
  } catch {
    throw new SafetensorsFault(
      'The weights say what was seen of the watched figures in a way that can’t be read.',
    );
  }
}

function named({ tensors, metadata }: Safetensors): Pick<Checkpoint, 'parameters' | 'slots'> {
  const averages = averagesOf(metadata.averages);
  return {
    parameters: tensors.filter(({ name }) => !averages.has(name)),
    slots: tensors.flatMap(tensor => {
      const told = averages.get(tensor.name);
      return told ? [{ ...tensor, name: told.average, of: told.of }] : [];
    }),
  };
}

function averagesOf(text = '{}') {
  try {
    return new Map(Object.entries(averagesSchema.parse(JSON.parse(text))));
  } catch {
    throw new SafetensorsFault('The weights name their running averages in a way that can’t be read.');
  }
}

/** An average has a number for each of its parameter. */
function checkAverages({ parameters, slots }: Pick<Checkpoint, 'parameters' | 'slots'>): void {
  const shapes = new Map(parameters.map(({ name, shape }) => [name, shape]));
  for (const { name, of, shape } of slots) {
    const whole = shapes.get(of);
    if (!whole) throw new SafetensorsFault(`The weights hold an average ${name} of ${of}, but no ${of}.`);
    if (!sameShape(shape, whole)) {
      throw new SafetensorsFault(
        `The weights’ average ${name} of ${of} is ${formatShape(shape)}, but ${of} is ${formatShape(whole)}.`,
      );
    }
  }
}
