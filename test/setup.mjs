// Before the unit tests: what they run that isn't TypeScript, the kernels and their thread.
import { build } from 'esbuild';
import { bundles } from '../esbuild.mjs';
import { buildKernels } from '../scripts/kernels.mjs';

export default async function setup() {
  const processes = bundles.filter(
    ({ entryPoints: { kernelThread, kernelTrial } }) => kernelThread ?? kernelTrial,
  );
  await Promise.all([buildKernels(), ...processes.map(options => build(options))]);
}
