import { type ExpectedFault, faultOf } from '../runs/faultOf';

/** What to tell the person of an error that ended the process's work: one sentence. */
export function faultSentence(error: unknown): ExpectedFault {
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return (
    faultOf(error) ?? { message: `The training process failed, which is a fault of Layerwise: ${reason}` }
  );
}
