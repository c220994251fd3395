import fs from 'node:fs';
import path from 'node:path';

/** Where the networks are, and what the addresses of their data are relative to. */
export const networks = path.join(import.meta.dirname, 'networks');

/** The network of a task, as its file says it. */
export function networkOf({ name }) {
  return JSON.parse(fs.readFileSync(path.join(networks, `${name}.nn.json`), 'utf8'));
}
