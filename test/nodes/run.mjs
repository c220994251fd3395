// What computes, on each version of Node that people have: `npm test -- nodes`. Prints a line for each: what was tried on
// it against the plain engine, and the switches of V8 with which it runs.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { temporaryFolder } from '../vscode/temporaryFolder.mjs';
import { bitsOn } from './bitsOn.mjs';
import { commandsOn } from './commandsOn.mjs';
import { kernelsOn } from './kernelsOn.mjs';
import { writeNetworks } from './networks.mjs';
import { nodeVersions } from './nodeVersions.mjs';
import { linesOf } from './programOn.mjs';

const here = import.meta.dirname;
const root = path.resolve(here, '../..');
const bundle = name => path.join(root, 'dist', `${name}.js`);

/** @returns {Promise<{passed: number, failed: number, remarks: string[]}>} */
export async function runNodeTests() {
  const temporary = temporaryFolder('layerwise-nodes-');
  const remarks = [];
  let [passed, failed] = [0, 0];
  try {
    writeNetworks(temporary.path);
    const ways = await compile(temporary.path);
    const expected = await commandsOn(process.execPath, bundle('cli'), temporary.path, 'plain', 'plain');
    for (const node of await nodeVersions()) {
      if (node.missing) remarks.push(`${node.name}: not run, since ${node.missing}`);
      else {
        const parts = await tryOn(node, temporary.path, ways, expected);
        const faults = parts.filter(({ fault }) => fault);
        failed += faults.length;
        passed += parts.length - faults.length;
        remarks.push(lineOf(node, parts), ...faults.map(({ part, fault }) => `  ${part} FAILED: ${fault}`));
      }
      console.log(remarks.at(-1));
    }
  } finally {
    temporary.remove();
  }
  return { passed, failed, remarks };
}

/** Compiles the programs of this folder into `folder`. Gives all ways to have kernels. */
async function compile(folder) {
  const entryPoints = ['hostProcess.ts', 'trainerProcess.ts', 'bitsProcess.ts'].map(name =>
    path.join(here, name),
  );
  await build({
    entryPoints: [...entryPoints, path.join(root, 'src/platform/kernels/ways.ts')],
    alias: { vscode: path.join(here, 'vscode.ts') },
    bundle: true,
    // where the kernels are
    define: { __dirname: JSON.stringify(path.join(root, 'dist')) },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outdir: folder,
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  const { waysOf, nameOfWay } = await import(pathToFileURL(path.join(folder, 'ways.mjs')).href);
  return ['float32', 'float64', 'exact'].flatMap(waysOf).map(way => ({
    name: nameOfWay(way),
    build: `${way.precision} ${way.build.type}`,
    switches: [...way.switches.during, ...way.switches.after].map(name => `--${name}`).join(' '),
  }));
}

/** @returns {Promise<{part: string, fault?: string}[]>} */
async function tryOn({ name, binary }, folder, ways, expected) {
  const environment = { LAYERWISE_CACHE: path.join(folder, `cache of ${name}`) };
  const program = file => path.join(folder, `${file}.mjs`);
  const network = precision => path.join(folder, `${precision}.nn.json`);
  const parts = [];
  const attempt = async (part, work) => {
    try {
      parts.push({ part, ...(await work()) });
    } catch (error) {
      parts.push({ part, fault: error.message });
    }
  };
  await attempt('kernels', () => kernelsOn(binary, bundle('kernelTrial'), ways));
  await attempt('bits', () => bitsOn(binary, program('bitsProcess'), ways));
  await attempt('trainer', async () => {
    const args = [program('trainerProcess'), bundle('trainer'), network('float64')];
    const [found] = await linesOf(binary, args, environment);
    if (found.stopped !== 'stopped' || found.state !== 'finished') throw new Error(JSON.stringify(found));
    expectCost(found, expected.float64, 1e-9);
  });
  await attempt('cli', async () => {
    const found = await commandsOn(binary, bundle('cli'), folder, name, 'automatic', environment);
    for (const [precision, tolerance] of [
      ['float32', 1e-3],
      ['float64', 1e-9],
    ]) {
      const [ours, theirs] = [found[precision], expected[precision]];
      expectCost(ours, theirs, tolerance);
      if (ours.predictions !== theirs.predictions) throw new Error(`${precision}: it predicts other classes`);
      for (const [i, { set, cost }] of theirs.evaluated.entries()) {
        expectCost({ ...ours, ...ours.evaluated[i] }, { cost }, tolerance, `over the ${set} set`);
      }
    }
  });
  await attempt('host', async () => {
    const storage = path.join(environment.LAYERWISE_CACHE, 'host');
    const [found] = await linesOf(binary, [program('hostProcess'), root, storage, network('float32')]);
    if (found.state !== 'finished') throw new Error(JSON.stringify(found));
    expectCost(found, expected.float32, 1e-3);
    return { reasons: found.engineReasons };
  });
  return parts;
}

/** Within a share of what the plain engine gave, by kernels in WebAssembly with relaxed SIMD. */
function expectCost({ cost, engine }, { cost: wanted }, tolerance, of = 'of the last step') {
  const near = Math.abs(cost - wanted) <= tolerance * Math.abs(wanted);
  if (!near) throw new Error(`the cost ${of} is ${cost} instead of ${wanted}`);
  if (!engine.startsWith('WebAssembly (relaxed SIMD')) throw new Error(`it ran on ${engine}`);
}

/** `Node 26.12.1 (V8 14.6): kernels ok, … — switches --no-liftoff; V8 ends the process with …` */
function lineOf({ name, v8 }, parts) {
  const said = parts.map(({ part, fault }) => `${part} ${fault ? 'FAILED' : 'ok'}`).join(', ');
  const { reasons = [] } = parts.find(({ reasons }) => reasons) ?? {};
  const switches = /with ((?:--\S+ ?)+)/.exec(reasons[0] ?? '')?.[1]?.trim();
  const tiles = reasons.filter(reason => /\btiles?\b/.test(reason)).map(reason => `; ${reason}`);
  const deaths = parts.flatMap(({ deaths = [] }) => deaths).map(words => `; it doesn’t survive ${words}`);
  return `${name} (V8 ${v8}): ${said} — switches ${switches ?? 'none'}${deaths.join('')}${tiles.join('')}`;
}
