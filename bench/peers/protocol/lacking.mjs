/**
 * Why a network can't be built of what a peer's program has: undefined where it can.
 *
 * @param {readonly object[]} graph the layers of the job
 * @param {{[type: string]: (layer: object) => boolean | undefined}} able for each type of layer that it has, whether it has
 *   this one too, with its settings
 */
export function lacking(graph, able) {
  for (const layer of graph) {
    if (layer.type === 'input') continue;
    if (!able[layer.type]) return `its program here has no ${layer.type}`;
    if (!able[layer.type](layer)) return `its program here has no ${layer.type} such as ${layer.id}`;
  }
  return undefined;
}

/** A size that is given once for both axes, as two. */
export const pair = size => (typeof size === 'number' ? [size, size] : size);

/** Whether a pool lies beside itself, without padding. */
export const plainPool = ({ poolSize, stride, padding }) =>
  padding === 'valid' && (stride === undefined || String(pair(stride)) === String(pair(poolSize)));
