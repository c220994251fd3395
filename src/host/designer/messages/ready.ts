import { documentMessage, settingsMessage } from '../shown';
import type { Answer } from './answer';

/** The view is built: it gets all that it shows. */
export const ready: Answer<'ready'> = async (_, designer, host) => {
  const { document } = designer;
  const run = await host.runs.read(document.uri);
  designer.ready([
    settingsMessage(),
    documentMessage(document),
    { type: 'data', report: host.data.of(document.uri) },
    ...run.all,
  ]);
};
