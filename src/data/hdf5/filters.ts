/** The steps that the library takes back by itself. */
const known = new Set([1, 2, 3, 4, 5, 6]);

/** LZF, h5py's own, which is taken back here, with those that may stand beside it. */
export const lzf = 32000;
export const [shuffle, fletcher32] = [2, 3] as const;

/** Registered ones that are met (https://github.com/HDFGroup/hdf5_plugins, the registry of filters). */
const names: ReadonlyMap<number, string> = new Map([
  [305, 'LZO'],
  [307, 'bzip2'],
  [32001, 'Blosc'],
  [32004, 'LZ4'],
  [32008, 'bitshuffle'],
  [32013, 'ZFP'],
  [32015, 'Zstandard'],
  [32017, 'SZ'],
  [32019, 'JPEG'],
  [32024, 'SZ3'],
  [32026, 'Blosc2'],
]);

interface Step {
  readonly id: number;
  readonly name: string;
}

/** The name of a step that can't be taken back; undefined where all can. */
export function unknownFilter(filters: readonly Step[]): string | undefined {
  const hasLzf = filters.some(({ id }) => id === lzf);
  const strange = filters.find(({ id }) =>
    hasLzf ? id !== lzf && id !== shuffle && id !== fletcher32 : !known.has(id),
  );
  if (!strange) return undefined;
  return names.get(strange.id) ?? (strange.name.slice(0, 40) || `filter ${strange.id}`);
}
