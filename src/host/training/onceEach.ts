/** Says each thing once, until another comes or all is well again: what is looked at every second fails every second. */
export class OnceEach<K extends object> {
  readonly #said = new WeakMap<K, string>();

  constructor(private readonly say: (text: string) => void) {}

  /** @param about what it is about: each has a sentence of its own */
  tell(about: K, text: string): void {
    if (this.#said.get(about) === text) return;
    this.#said.set(about, text);
    this.say(text);
  }

  /** The next one is said, even if it is the same. */
  forget(about: K): void {
    this.#said.delete(about);
  }
}
