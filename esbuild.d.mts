import type { BuildOptions } from 'esbuild';

/** One row a bundle. */
export const bundles: readonly (BuildOptions & { readonly entryPoints: Readonly<Record<string, string>> })[];

/** The names of the parser’s WebAssembly modules in `node_modules`. */
export const pythonModules: readonly string[];

/** Copies them into a folder of bundles. */
export function copyPythonModules(folder: string): void;
