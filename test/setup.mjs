// Before the unit tests: what they run that isn't TypeScript, the kernels and their thread.
import { build } from 'esbuild';
import { bundles } from '../esbuild.mjs';
import { buildKernels } from '../scripts/kernels.mjs';

export default async function setup() {
  const thread = bundles.find(({ entryPoints }) => 'kernelThread' in entryPoints);
  await Promise.all([buildKernels(), build(thread)]);
}
