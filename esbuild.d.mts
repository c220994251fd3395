import type { BuildOptions } from 'esbuild';

/** One row a bundle. */
export const bundles: readonly (BuildOptions & { readonly entryPoints: Readonly<Record<string, string>> })[];
