import type { Preprocessing } from '../../data/preprocessing';
import { preprocessingSchema } from './preprocessingSchema';

/** What is written beside the weights, so that a weights file can be used without its run's folder. */
export interface WeightsMetadata {
  /** Which checkpoint of its run it was written with. */
  readonly generation?: number;
  /** Seconds of training that led to them. */
  readonly seconds?: number;
  /** Of the best weights: what made them so, their cost or another figure, turned so that the lowest is the best. */
  readonly cost?: number;
  /** What was learnt from the training data, to be applied to every later input. */
  readonly preprocessing?: Preprocessing;
}

/** Texts, as the metadata of a safetensors file are. */
export const weightsMetadata = {
  write({ generation, seconds, cost, preprocessing }: WeightsMetadata): Record<string, string> {
    return {
      ...(generation !== undefined && { generation: String(generation) }),
      ...(seconds !== undefined && { seconds: String(seconds) }),
      ...(cost !== undefined && { cost: String(cost) }),
      ...(preprocessing && { preprocessing: JSON.stringify(preprocessing) }),
    };
  },

  /** Leaves out what isn't there or can't be read. */
  read(metadata: Readonly<Record<string, string>>): WeightsMetadata {
    const found = preprocessingSchema.safeParse(parsed(metadata.preprocessing));
    return {
      generation: finite(metadata.generation),
      seconds: finite(metadata.seconds),
      cost: finite(metadata.cost),
      preprocessing: found.success ? found.data : undefined,
    };
  },
};

function finite(text: string | undefined): number | undefined {
  return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
