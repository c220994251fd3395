import { format } from 'd3';

const precise = format('.3~g');
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A size of memory in bytes: `96 B`, `1.5 KiB`. */
export function formatBytes(bytes: number): string {
  let power = 0;
  while (bytes >= 1024 ** (power + 1) && power < units.length - 1) power++;
  return `${precise(bytes / 1024 ** power)} ${units[power]}`;
}
