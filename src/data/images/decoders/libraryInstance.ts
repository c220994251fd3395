/** A library compiled by Emscripten, as far as it matters here. */
interface Library {
  readonly HEAPU8: Uint8Array;
}

type Factory<T> = (options: object) => Promise<T>;

/** Memory of an instance that is kept for the next picture; WebAssembly's never shrinks. */
const keptMemory = 64 * 2 ** 20;

/**
 * A library that reads pictures, made when it is first asked for, and anew after a picture that was damaged or took much
 * memory. `use` gives its result, or throws; what the library says meanwhile comes with it.
 */
export class LibraryInstance<T extends Library> {
  #module: WebAssembly.Module | undefined;
  #instance: Promise<T> | undefined;
  #said: string[] = [];

  constructor(
    private readonly factory: Factory<T>,
    private readonly bytes: Uint8Array<ArrayBuffer>,
  ) {}

  async use<R>(work: (library: T) => R): Promise<{ readonly result: R; readonly said: readonly string[] }> {
    this.#instance ??= this.#make();
    const library = await this.#instance;
    this.#said = [];
    try {
      const result = work(library);
      if (library.HEAPU8.length > keptMemory) this.#instance = undefined;
      return { result, said: this.#said };
    } catch {
      // the library ended itself in the middle of its work
      this.#instance = undefined;
      throw new Error(this.#said.at(-1) ?? 'it is damaged');
    }
  }

  #make(): Promise<T> {
    const module = (this.#module ??= new WebAssembly.Module(this.bytes));
    const say = (text: string) => this.#said.push(text);
    return this.factory({
      noInitialRun: true,
      print: say,
      printErr: say,
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
    });
  }
}
