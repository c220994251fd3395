import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A module of `bench`, which is plain JavaScript without declarations. */
export function benchModule(file: string) {
  return import(/* @vite-ignore */ pathToFileURL(resolve(import.meta.dirname, '../../bench', file)).href);
}
