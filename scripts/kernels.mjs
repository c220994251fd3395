// Compiles src/wasm to dist/kernels.<precision>.<fma>.wasm, where they aren't up to date: `node scripts/kernels.mjs`.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const root = path.dirname(import.meta.dirname);
const source = path.join(root, 'src/wasm');
const dist = path.join(root, 'dist');

/**
 * One source, a build for each precision, with and without relaxed SIMD (its fused multiply-add); and one in float64 that
 * adds in the order of the notes.
 */
const BUILDS = [
  ['float32', 'relaxed'],
  ['float32', 'plain'],
  ['float64', 'relaxed'],
  ['float64', 'plain'],
  ['float64', 'exact'],
].map(([precision, type]) => ({ precision, type, file: `kernels.${precision}.${type}.wasm` }));

const OPTIONS = [
  '-O3',
  '--noAssert',
  '--runtime=stub',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory=16',
  '--maximumMemory=65536',
  '--enable=simd',
  '--enable=threads',
  '--enable=bulk-memory',
];

/** Compiles what has changed since the last time. */
export async function buildKernels() {
  const stamp = path.join(dist, 'kernels.stamp');
  const wanted = digest();
  const upToDate =
    BUILDS.every(({ file }) => fs.existsSync(path.join(dist, file))) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === wanted;
  if (upToDate) return;
  fs.mkdirSync(dist, { recursive: true });
  await Promise.all(BUILDS.map(inThread));
  fs.writeFileSync(stamp, wanted);
}

function inThread(build) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: build });
    worker.on('error', reject);
    worker.on('message', fault => (fault ? reject(new Error(fault)) : resolve()));
  });
}

/** The files that are the same in all builds import these, of which each build has its own. */
const variantOf = (name, { precision, type }) =>
  ({
    'variants/real.ts': `variants/real.${precision}.ts`,
    'variants/math.ts': `variants/math.${precision}.ts`,
    'variants/fma.ts': `variants/fma.${type === 'relaxed' ? 'relaxed' : 'plain'}.ts`,
  })[name] ?? name;

/** What stands for a file in a build: its variant, or the file beside it that is named for the build. */
function fileOf(name, build) {
  const own = path.join(source, name.replace(/\.ts$/, `.${build.type}.ts`));
  return fs.existsSync(own) ? own : path.join(source, variantOf(name, build));
}

async function compile(build) {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes;
  const { error, stderr } = await asc.main(
    [
      'index.ts',
      '--outFile=out.wasm',
      ...OPTIONS,
      ...(build.type === 'relaxed' ? ['--enable=relaxed-simd'] : []),
    ],
    {
      readFile(name) {
        const file = fileOf(name, build);
        return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
      },
      writeFile(name, data) {
        if (name === 'out.wasm') bytes = data;
      },
      listFiles: () => [],
    },
  );
  if (error) return stderr.toString() || error.message;
  const file = path.join(dist, build.file);
  fs.writeFileSync(`${file}.new`, bytes);
  fs.renameSync(`${file}.new`, file);
}

function digest() {
  const hash = createHash('sha256').update(JSON.stringify([BUILDS, OPTIONS]));
  const version = path.join(root, 'node_modules/assemblyscript/package.json');
  const files = fs
    .readdirSync(source, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of [version, import.meta.filename, ...files]) hash.update(fs.readFileSync(file));
  return hash.digest('hex');
}

if (!isMainThread) parentPort.postMessage(await compile(workerData).catch(error => String(error)));
else if (process.argv[1] === import.meta.filename) await buildKernels();
