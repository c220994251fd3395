/** What one piece of work may take of memory. */
const bytesPerPiece = 256e6;
/** A value takes time beside the products: it is gathered, activated, written and read again, forward and backward. */
const flopsPerByte = 3;

/**
 * The number of examples that run at once: a piece takes some 30 ms and its values stay
 * within 256 MB, whatever the size of the batch, so that whoever drives a training can look up between two pieces.
 * Always at least one, at most the batch.
 * @param flops of the forward pass for one example; backward costs about twice that
 * @param bytes of the values of one example
 * @param flopsPerPiece that the kernels do in some 30 ms
 */
export function shardSize(batchSize: number, flops: number, bytes: number, flopsPerPiece: number): number {
  const byWork = flopsPerPiece / Math.max(3 * flops + flopsPerByte * bytes, 1);
  const byMemory = bytesPerPiece / (2 * Math.max(bytes, 1));
  const most = Math.max(1, Math.floor(Math.min(byWork, byMemory, batchSize)));
  // pieces of equal size rather than a small one at the end
  return Math.ceil(batchSize / Math.ceil(batchSize / most));
}
