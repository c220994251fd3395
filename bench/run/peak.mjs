import path from 'node:path';
import { answerOf, environment, python } from './askPeer.mjs';

/**
 * The most GFLOP/s that this machine's cores were seen to do together, by precision: OpenBLAS multiplying large
 * matrices, through NumPy. Undefined where NumPy isn't here.
 *
 * @returns {Promise<{float32: number, float64: number, by: string} | undefined>}
 */
export async function measurePeak() {
  const program = path.join(import.meta.dirname, 'openblasPeak.py');
  const { missing, ...peak } = await answerOf(python, [program], '', environment());
  return missing ? undefined : { ...peak, by: 'OpenBLAS’s product of 2048 × 2048 matrices, all cores' };
}
