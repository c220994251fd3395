// What a measure's file says: its name, its place, and how it is taken. `run` returns Markdown.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Measure
 * @property {string} name
 * @property {number} place
 * @property {string} [asked] the switch that must be given, for measures that are not for every day
 * @property {(context: object) => Promise<string>} run
 */

/** @returns {Promise<Measure[]>} one a file in this folder, in the order of their `place` */
export async function allMeasures() {
  const names = fs
    .readdirSync(import.meta.dirname)
    .filter(name => name !== 'measure.mjs' && name.endsWith('.mjs'));
  const measures = await Promise.all(names.map(name => load(path.join(import.meta.dirname, name))));
  return measures.sort((a, b) => a.place - b.place);
}

async function load(file) {
  return (await import(pathToFileURL(file).href)).default;
}
