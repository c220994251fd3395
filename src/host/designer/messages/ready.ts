import { documentMessage, settingsMessage } from '../shown';
import type { Answer } from '.';

/** The view is built: it gets all that it shows. */
export const ready: Answer<'ready'> = (_, designer) => {
  designer.ready([settingsMessage(), documentMessage(designer.document)]);
};
