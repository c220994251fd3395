/** The decoders of pictures, which weigh half a megabyte that only pictures should cost. */
export function loadDecoders(): Promise<typeof import('./pictures.js')> {
  return import('./pictures.js');
}
