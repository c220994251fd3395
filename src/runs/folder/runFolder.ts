import * as z from 'zod';
import { type Folder, folderAt, makeFolder, makeFreshFolder } from '../../platform/folder';
import { basename, dirname, join, relative, resolve } from '../../platform/path';
import { type MetricPoint, type RunInfo, runStates } from '../run';
import { RunFault } from '../runFault';
import { verdictSchema } from '../verdicts/verdictSchema';
import { MetricPoints } from './metricsFile';
import { preprocessingSchema } from './preprocessingSchema';
import { runId } from './runId';

/** The files of a run's folder. */
export const runFiles = {
  /** The text of the network as it was when the run began. */
  network: 'network.nn.json',
  info: 'run.json',
  metrics: 'metrics.jsonl',
  last: 'last.safetensors',
  best: 'best.safetensors',
  /** Held by the process that writes the run. */
  lock: 'run.lock',
  /** Where a person has pinned the run, so that it is never removed: an empty file. */
  pin: 'pinned',
} as const;

/** How the name of a run's folder begins that is on its way out. */
export const beingRemoved = '.removed-';

/** Bytes from which a whole line of the metrics can be read. */
const longestLine = 4096;

/** Metrics by their names; JSON writes null for NaN. */
const figures = z.record(z.string().max(60), z.number().nullable());

const infoSchema = z.object({
  network: z.string(),
  startedAt: z.string(),
  seed: z.int().min(0),
  iterations: z.int().min(0),
  stepsPerEpoch: z.int().min(1),
  digest: z.string(),
  state: z.enum(runStates),
  message: z.string().optional(),
  iteration: z.int().min(0),
  checkpoint: z
    .object({ last: z.int().min(0), best: z.int().min(0).optional(), metrics: z.int().min(0) })
    .optional(),
  preprocessing: preprocessingSchema.optional(),
  data: z
    .array(
      z.object({
        path: z.string(),
        size: z.number(),
        modified: z.number(),
        files: z.number().optional(),
        digest: z.string(),
      }),
    )
    .optional(),
  remarks: z.array(z.string()).optional(),
  choices: z.array(z.string()).optional(),
  start: z.array(z.string()).optional(),
  engine: z.string().optional(),
  engineReasons: z.array(z.string()).optional(),
  passes: z.array(z.string()).optional(),
  flopsPerStep: z.number().optional(),
  measuredOn: z.string().optional(),
  weights: z.literal('best').optional(),
  best: z
    .object({
      iteration: z.int().min(0),
      train: figures.optional(),
      test: figures.optional(),
      testCost: z
        .number()
        .nullable()
        .transform(cost => cost ?? Number.NaN)
        .optional(),
    })
    .optional(),
  verdict: verdictSchema.optional(),
});

/** No run.json of ours is longer. */
const mostInfo = 64 * 2 ** 20;
/** What is read of one that is only listed: a millisecond's work. */
const headBytes = 64 * 2 ** 10;

/** Where the runs of the networks in `folder` are. */
export function runsFolder(folder: string): string {
  return join(folder, '.layerwise', 'runs');
}

/**
 * Makes the folder of a new run of the network `file`: `.layerwise/runs/<time>` beside it, or `place`, which may be
 * there already but holds no run. Throws a fault where it can't be written. Whose run it will be, of two that name the
 * same place, is settled by `holdRun`.
 */
export async function makeRunFolder(file: string, time: Date, place?: string): Promise<Folder> {
  if (place !== undefined) return makeFolder(resolve(place));
  const runs = runsFolder(dirname(file));
  const folder = await makeFreshFolder(join(runs, runId(time)));
  // runs are made again from the network; weights don't belong into version control
  const settings = folderAt(dirname(runs));
  if ((await settings.read('.gitignore')) === undefined) await settings.write('.gitignore', '*\n');
  return folder;
}

/** `run.json`, without what its place already says. */
export async function writeRunInfo(
  folder: Folder,
  { id, folder: place, preprocessing, ...info }: RunInfo,
): Promise<void> {
  // what may be long stands last: see `readRunHead`
  await folder.write(runFiles.info, `${JSON.stringify({ ...info, preprocessing }, undefined, 2)}\n`);
}

/** Undefined where the folder holds no run, or a `run.json` that can't be read. */
export async function readRunInfo(path: string): Promise<RunInfo | undefined> {
  const folder = folderAt(resolve(path));
  const text = await folder.readText(runFiles.info, mostInfo);
  return text === undefined ? undefined : infoIn(text, folder);
}

/**
 * As `readRunInfo`, for those that must not be held up by a long file: of one whose mean and deviation of each input make
 * it so, `preprocessing` is left out.
 */
export async function readRunHead(path: string): Promise<RunInfo | undefined> {
  const folder = folderAt(resolve(path));
  const head = await folder.readTextFrom(runFiles.info, 0, headBytes);
  const whole = (await folder.sizeOf(runFiles.info)) <= headBytes;
  const cut = head.search(/,\n {2}"preprocessing":/);
  return infoIn(whole || cut < 0 ? head : `${head.slice(0, cut)}\n}`, folder);
}

function infoIn(text: string, folder: Folder): RunInfo | undefined {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return undefined;
  }
  const info = infoSchema.safeParse(written);
  return info.success ? { id: basename(folder.path), folder: folder.path, ...info.data } : undefined;
}

/** As `readRunInfo`, for whom a run is asked for: throws a fault where there is none. */
export async function openRun(path: string): Promise<RunInfo> {
  const info = await readRunInfo(path);
  if (!info)
    throw new RunFault(
      `${path} isn’t the folder of a run: it holds no ${runFiles.info} that can be read.`,
      path,
    );
  return info;
}

/** More of `metrics.jsonl` no run of ours writes; of a longer one the end counts. */
const mostMetrics = 8 * 2 ** 20;
/** Read and parsed at a time: a few milliseconds, since who reads may have keys to answer. */
const piece = 32 * 2 ** 10;

/** The points of a run from byte `from` up to its last checkpoint; with `last`, of about as many bytes at the end only. */
export async function readMetrics(
  { folder: path, checkpoint }: Pick<RunInfo, 'folder' | 'checkpoint'>,
  { from = 0, last = mostMetrics }: { readonly from?: number; readonly last?: number } = {},
): Promise<MetricPoint[]> {
  const folder = folderAt(path);
  const size = await folder.sizeOf(runFiles.metrics);
  const end = Math.min(size, checkpoint?.metrics ?? size);
  const points = new MetricPoints();
  for (let offset = Math.max(from, end - last); offset < end; offset += piece) {
    points.add(await folder.readTextFrom(runFiles.metrics, offset, Math.min(end, offset + piece)));
  }
  const reading = points.read();
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** The last point before its last checkpoint, read from the end of the file. */
export async function readLastPoint(
  run: Pick<RunInfo, 'folder' | 'checkpoint'>,
): Promise<MetricPoint | undefined> {
  return (await readMetrics(run, { last: longestLine })).at(-1);
}

/** The network file of a run, absolute: what the addresses of its data are relative to. */
export function networkFileOf({ folder, network }: Pick<RunInfo, 'folder' | 'network'>): string {
  return resolve(baseOf(folder), network);
}

/** `RunInfo.network` for a run of `file` in `folder`. */
export function networkAddress(folder: string, file: string): string {
  return relative(baseOf(folder), file);
}

/** The folder that holds `.layerwise`; the run's own where it was put somewhere else. */
function baseOf(folder: string): string {
  const runs = dirname(folder);
  const settings = dirname(runs);
  return basename(runs) === 'runs' && basename(settings) === '.layerwise' ? dirname(settings) : folder;
}
