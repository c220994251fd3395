import { documentMessage, settingsMessage, trustMessage } from '../shown';
import type { Answer } from './answer';

/**
 * The view is built: it gets all that it shows. Where the text can't be read, it gets the last one that could be read
 * first, and keeps the picture of that as if it had been there all the while.
 */
export const ready: Answer<'ready'> = async (_, designer, host) => {
  const { document } = designer;
  const run = await host.runs.read(document.uri);
  const before = host.snapshots.lastReadable(document);
  designer.ready([
    settingsMessage(),
    trustMessage(),
    { type: 'data', report: host.data.of(document.uri) },
    ...(before ? [documentMessage(document, before)] : []),
    documentMessage(document),
    ...run.all,
  ]);
};
