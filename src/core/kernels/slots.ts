import type { Slot } from './call';
import type { Floats } from './floats';
import type { Batch } from './operands';

/** The address of what stays where it is, 0 where there is none. */
export const at = (array: { readonly data: Floats } | undefined) => array?.data.byteOffset ?? 0;

/** The address of a batch. */
export const moving = (batch: Batch): Slot => ({ batch });

export const float = (value: number): Slot => ({ float: value });
