import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file beside the bundle that this is part of; where this runs from its source, in the folder of the bundles. */
export function kernelFile(name: string): string | undefined {
  return [join(__dirname, name), join(__dirname, '../../../dist', name)].find(existsSync);
}
