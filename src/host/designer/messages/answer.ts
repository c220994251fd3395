import type { FromView } from '../../../protocol/view';
import type { Host } from '../../host';
import type { Designer } from '../designer';

/** What the host does at a message from the designer. */
export type Answer<T extends FromView['type']> = (
  message: Extract<FromView, { type: T }>,
  designer: Designer,
  host: Host,
) => unknown;
