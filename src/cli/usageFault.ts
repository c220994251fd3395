/** The command was called in a way that it can't be: one sentence. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}
