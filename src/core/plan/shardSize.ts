/** What one piece of work may cost, so that whoever drives a training can look up between two pieces. */
const flopsPerPiece = 30e6;
const bytesPerPiece = 64e6;
/** A value takes time beside the products: it is gathered, activated, written and read again, forward and backward. */
const flopsPerByte = 3;

/**
 * The number of examples that run at once: a piece takes some 30 ms with the reference kernels and its values stay
 * within 64 MB, whatever the size of the batch. Always at least one, at most the batch.
 * @param flops of the forward pass for one example; backward costs about twice that
 * @param bytes of the values of one example
 */
export function shardSize(batchSize: number, flops: number, bytes: number): number {
  const byWork = flopsPerPiece / Math.max(3 * flops + flopsPerByte * bytes, 1);
  const byMemory = bytesPerPiece / (2 * Math.max(bytes, 1));
  const most = Math.max(1, Math.floor(Math.min(byWork, byMemory, batchSize)));
  // pieces of equal size rather than a small one at the end
  return Math.ceil(batchSize / Math.ceil(batchSize / most));
}
