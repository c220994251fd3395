// What a task's file says: a network that is really trained, and how well it is to do.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Task
 * @property {string} name the network's file in `networks`, without its ending
 * @property {number} place
 * @property {'accuracy' | 'r-squared'} figure of the test set
 * @property {number} [goal] what the mean of the figure is to reach
 * @property {'pytorch' | 'scikit-learn'} [peer] who trains the same network beside
 * @property {number} [seeds] how many; 3 where it isn't said
 * @property {number} [peerSeeds] how many of them its peer trains with; all where it isn't said
 * @property {string} [changed] of a table: how its network differs from the one that New Network proposes
 */

/** Of the split, where there is one, of the weights, the batches and the dropout: 1, 2 … */
export const seedsOf = ({ seeds = 3 }) => Array.from({ length: seeds }, (_, i) => i + 1);

const folder = path.join(import.meta.dirname, 'tasks');

/** @returns {Promise<Task[]>} in the order of their `place` */
export async function allTasks() {
  const tasks = await Promise.all(
    fs
      .readdirSync(folder)
      .map(async file => (await import(pathToFileURL(path.join(folder, file)).href)).default),
  );
  return tasks.sort((a, b) => a.place - b.place);
}
