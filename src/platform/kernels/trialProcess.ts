// A process that tries one way to have kernels: it compiles them, makes every call and compares the numbers with those of
// the reference kernels; where pairs of vectors are asked for it measures what they bring. What it says is for `trial.ts`; where V8 doesn't survive it, its end says so.
import { disagreement } from '../../core/train/disagreement';
import { compileKernels, sharedMemory } from './compileKernels';
import { exactBuild } from './kernelBuilds';
import { tileShare } from './tileShare';
import { wayOf } from './ways';

const [name] = process.argv.slice(2);
const way = wayOf(name ?? '');
if (!way) throw new Error(`There is no way ${name}.`);
let fault: string | undefined;
/** What is so at this moment only, and says nothing of the way. */
let passing = false;
let share: number | undefined;
try {
  const kernels = compileKernels(way, { memory: sharedMemory(), threads: 1 });
  fault = disagreement(kernels, 1, way.build === exactBuild);
  if (fault === undefined && way.switches.pairs) share = tileShare(way);
} catch (error) {
  fault = String(error).split('\n')[0];
  // V8's word for memory that it didn't get
  passing = error instanceof RangeError;
}
process.stdout.write(JSON.stringify({ fault: fault ?? null, passing, share }));
