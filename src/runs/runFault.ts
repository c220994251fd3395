/** A user's fault that ends a run or a request: the message is one clear sentence. */
export class RunFault extends Error {
  override readonly name = 'RunFault';

  constructor(
    message: string,
    /** The file at fault, where there is one. */
    readonly file?: string,
  ) {
    super(message);
  }
}
