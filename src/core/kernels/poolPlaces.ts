import type { Batch } from './operands';
import { places, positions, type Window } from './window';

/** Which place of the kernel each value of a max pool came from: a byte, or four where a byte doesn't count so far. */
export const placeBytes = (w: Window): number => (places(w) > 256 ? 4 : 1);

/** The width of the batch of bytes that holds the places of a pool, in numbers of float32. */
export const placesWidth = (w: Window): number => Math.ceil((positions(w) * w.inC * placeBytes(w)) / 4);

/** The places of example i, in the memory of a batch of bytes. */
export function chosenPlaces(w: Window, at: Batch, i: number): Uint8Array | Int32Array {
  const { buffer, byteOffset, BYTES_PER_ELEMENT } = at.data;
  const [start, length] = [byteOffset + i * at.n * BYTES_PER_ELEMENT, positions(w) * w.inC];
  return placeBytes(w) === 1 ? new Uint8Array(buffer, start, length) : new Int32Array(buffer, start, length);
}
