import { type DataSettings, dataSchema } from '../../src/core/network/schema';

/** Settings as they are in a network file, with the schema's defaults. */
export function settings(written: unknown): DataSettings {
  return dataSchema.parse(written);
}

/** No split: all examples in their order. */
export const whole = { split: { test: 0 } } as const;
