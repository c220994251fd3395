/** An expected fault that ended what a person asked for: the message is one clear sentence. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault';
}
