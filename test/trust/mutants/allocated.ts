const arrays = [
  'ArrayBuffer',
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;
type Constructor = { new (...args: never[]): { readonly byteLength: number }; readonly prototype: object };

/**
 * The bytes of all arrays that `work` makes, those too that are thrown away at once, and by how much WebAssembly's memories grow. Arrays
 * that a library makes with a constructor it took before are seen where they are still there in the end.
 */
export async function allocated(work: () => Promise<unknown>): Promise<number> {
  const globals = globalThis as unknown as Record<string, Constructor>;
  const own = arrays.map(name => [name, globals[name]!] as const);
  const { grow } = WebAssembly.Memory.prototype;
  let made = 0;
  const before = process.memoryUsage().arrayBuffers;
  for (const [name, array] of own) {
    globals[name] = new Proxy(array, {
      construct(target, args: unknown[], newTarget) {
        const fresh = Reflect.construct(
          target,
          args,
          newTarget === globals[name] ? target : newTarget,
        ) as InstanceType<Constructor>;
        // a view of what is there already isn't made
        if (typeof args[0] !== 'object' || !(args[0] instanceof own[0]![1])) made += fresh.byteLength;
        return fresh;
      },
    });
  }
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    made += pages * 65_536;
    return grow.call(this, pages);
  };
  try {
    await work();
  } finally {
    for (const [name, array] of own) globals[name] = array;
    WebAssembly.Memory.prototype.grow = grow;
  }
  return Math.max(made, process.memoryUsage().arrayBuffers - before);
}
