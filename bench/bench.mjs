// npm run bench: Layerwise beside what people would use instead, in one run. `npm run bench -- --help` lists the settings,
// bench/README.md holds results and says what is where. The report goes to standard output, the progress to standard error.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readArguments } from './arguments.mjs';
import { prepare } from './data/prepare.mjs';
import { buildEngine } from './engine/buildEngine.mjs';
import { allMeasures } from './measures/measure.mjs';
import { headReport } from './report/headReport.mjs';
import { recordReport } from './report/recordReport.mjs';
import { workloadReport } from './report/workloadReport.mjs';
import { allTasks } from './results/task.mjs';
import { findNodes, nodeMajors } from './run/findNodes.mjs';
import { findPeers, isInJavaScript, peerNames } from './run/findPeers.mjs';
import { installPeers } from './run/installPeers.mjs';
import { highestPeak } from './run/peak.mjs';
import { runWorkload } from './run/runWorkload.mjs';
import { wholeProcess } from './run/wholeProcess.mjs';
import { allWorkloads } from './workloads/workload.mjs';

const root = path.dirname(import.meta.dirname);
const workloads = await allWorkloads();
const measures = await allMeasures();
const tasks = await allTasks();
const settings = settingsOf(process.argv.slice(2));

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'layerwise-bench-'));
process.on('exit', () => fs.rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const report = [];
function print(text) {
  report.push(text);
  console.log(`${text}\n`);
}
function say(text) {
  console.error(`  ${text}`);
}

if (settings.build) build();
const engine = await buildEngine(path.join(temporary, 'dist'));
const chosen = ({ name }) => !settings.only || settings.only.includes(name);
await bench();
if (settings.record) recordReport(path.join(import.meta.dirname, 'README.md'), report.join('\n\n'));

async function bench() {
  const names = settings.peers ? [...new Set(['layerwise', ...settings.peers])] : peerNames();
  if (names.some(isInJavaScript)) await installPeers(say);
  const peers = await findPeers(names);
  peers.splice(1, 0, ...(await findNodes(settings.nodes, peers[0])));
  const missing = peers.filter(peer => peer.missing !== undefined);
  const found = peers.filter(peer => peer.missing === undefined);
  const peak = await highestPeak(found);
  print(headReport({ peers: found, missing, peak, args: process.argv.slice(2), runs: settings.runs }));

  for (const workload of workloads.filter(chosen)) {
    if (workload.waits) {
      print(`### ${workload.name}\n\n${workload.shape}: waits for ${workload.waits}.`);
      continue;
    }
    console.error(workload.name);
    const folder = path.join(temporary, workload.name);
    const prepared = await prepare(workload, folder, engine);
    const rows = await runWorkload(prepared, runnersOf(found), { ...settings, say });
    for (const row of rows) {
      if (row.unable || row.taken < prepared.steps || row.precision !== 'float32') continue;
      say(`whole process: ${row.title}`);
      row.whole = await wholeProcess(row, prepared);
    }
    print(workloadReport(workload, prepared, rows, missing, peak));
    fs.rmSync(folder, { recursive: true });
  }

  for (const measure of measures.filter(chosen)) {
    if (measure.asked && !settings[measure.asked] && !settings.only?.includes(measure.name)) continue;
    console.error(measure.name);
    const { runs, record, tasks, seeds } = settings;
    const own = found.filter(({ node }) => !node);
    const nodes = found.filter(({ node }) => node);
    const context = { root, temporary, engine, peers: own, nodes, runs, record, tasks, seeds, say };
    print(`### ${measure.name}\n\n${await taken(measure, context)}`);
  }
}

/** What a measure found; one that fails says so, and the others go on. */
async function taken(measure, context) {
  try {
    return await measure.run(context);
  } catch (error) {
    process.exitCode = 1;
    return `Failed: ${error.message}`;
  }
}

/** A runner for each precision of each peer. */
function runnersOf(peers) {
  return peers.flatMap(peer =>
    peer.precisions.map(precision => ({
      ...peer,
      precision,
      title: peer.precisions.length > 1 || precision !== 'float32' ? `${peer.name} ${precision}` : peer.name,
    })),
  );
}

function settingsOf(args) {
  const names = [workloads, measures].map(list => list.map(({ name }) => name));
  try {
    const read = readArguments(args, {
      workloads: names[0],
      measures: names[1],
      tasks: tasks.map(({ name }) => name),
      peers: peerNames(),
      nodes: nodeMajors(),
    });
    if (!read.help) return read;
    console.log(read.help);
    process.exit(0);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

function build() {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
