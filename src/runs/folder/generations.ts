import type { Folder } from '../../platform/folder';
import { isTemporary } from '../../platform/withTemporary';
import type { Generation } from '../run';
import { runFiles } from './runFolder';

/**
 * Which weights of a run are used: those of its last checkpoint, or those of its lowest cost on the test set. The last
 * ones are what is meant where nothing is said: best ones were chosen by the set that they would then be measured on.
 */
export type WeightsChoice = 'last' | 'best';

const choices: readonly WeightsChoice[] = ['last', 'best'];

/** The name under which a generation of weights is written, before `run.json` tells of it. */
export function writtenName(choice: WeightsChoice, generation: number): string {
  return runFiles[choice].replace('.', `.${generation}.`);
}

/**
 * Gives the weights that `run.json` tells of the names that people know, and removes what is left of other generations.
 * Where another program holds a file, all stays readable as it is, and the next checkpoint does it.
 */
export async function publish(folder: Folder, generation: Generation): Promise<void> {
  const names = await folder.names().catch(() => []);
  for (const choice of choices) {
    const current = generation[choice];
    for (const name of names.filter(name => isWritten(choice, name))) {
      const told = current !== undefined && name === writtenName(choice, current);
      await (told ? folder.rename(name, runFiles[choice]) : folder.remove(name)).catch(() => {});
    }
  }
}

/** Removes what a process that died has left half written. Only for who holds the run. */
export async function settle(folder: Folder, generation: Generation | undefined): Promise<void> {
  for (const name of await folder.names()) if (isTemporary(name)) await folder.remove(name).catch(() => {});
  if (generation) await publish(folder, generation);
}

/** Whether a file of a run's folder was left by a process that died while it wrote a checkpoint. */
export function isLeftOver(name: string): boolean {
  return isTemporary(name) || choices.some(choice => isWritten(choice, name));
}

function isWritten(choice: WeightsChoice, name: string): boolean {
  return new RegExp(`^${choice}\\.\\d+\\.safetensors$`).test(name);
}
