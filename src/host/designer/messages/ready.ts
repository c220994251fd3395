import { documentMessage, settingsMessage } from '../shown';
import type { Answer } from '.';

/** The view is built: it gets all that it shows. */
export const ready: Answer<'ready'> = (_, designer, host) => {
  const { document } = designer;
  designer.ready([
    settingsMessage(),
    documentMessage(document),
    { type: 'data', report: host.data.of(document.uri) },
  ]);
};
