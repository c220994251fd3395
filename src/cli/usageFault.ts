/** A call of a command that it doesn't take, in one sentence. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
