/** What a run computes with, without the details for who knows the kernels: `WebAssembly, float32, 2 threads`. */
export function withoutDetails(engine: string): string {
  return engine.replace(/ \([^)]*\)/g, '');
}
