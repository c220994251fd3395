import * as z from 'zod';
import { accuracy } from '../../core/metrics/accuracy';
import { meanAbsoluteError } from '../../core/metrics/meanAbsoluteError';
import type { MetricPoint } from '../run';

/** Characters of a sample at most: tokens that are words may be long. */
export const mostSample = 1000;

const numberOrText = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number)]);

const values = z.record(z.string().max(60), numberOrText.nullable());

const pointSchema = z.object({
  iteration: z.int().min(0),
  epoch: z.int().min(0),
  cost: numberOrText,
  seconds: z.number().min(0),
  learningRate: z.number().optional(),
  train: values.optional(),
  test: values.optional(),
  testCost: numberOrText.optional(),
  sample: z.string().max(mostSample).optional(),
});

/** The names that the metrics had in files before there were more than two. */
const olderNames = [
  { name: 'trainAccuracy', set: 'train', metric: accuracy },
  { name: 'trainError', set: 'train', metric: meanAbsoluteError },
  { name: 'testAccuracy', set: 'test', metric: accuracy },
  { name: 'testError', set: 'test', metric: meanAbsoluteError },
] as const;

/** A line as it is written now: one of an older version is brought into that form. */
function asNow(line: unknown): unknown {
  if (typeof line !== 'object' || line === null) return line;
  const point: Record<string, unknown> = { ...line };
  for (const { name, set, metric } of olderNames) {
    if (point[name] !== undefined) point[set] = { [metric.type]: point[name] };
  }
  return point;
}

/** Lines of `metrics.jsonl`, each ended. JSON has no word for NaN and infinity: they are written as texts. */
export function metricLines(points: readonly MetricPoint[]): string {
  const written = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return points.map(point => `${JSON.stringify(point, written)}\n`).join('');
}

/** More lines than a run of ours keeps, twice over. */
const mostPoints = 40_000;

/** Lines that are read at a time, some two milliseconds. */
const atATime = 200;

/**
 * The points of a `metrics.jsonl` whose text comes in pieces. A last line that a dying process left half written is
 * dropped, as is a line that isn't a point; of points of the same iteration the later one counts, and of more than
 * `mostPoints` lines the first are dropped. Lines are kept as they came, and read once all are there: what is dropped costs nothing.
 */
export class MetricPoints {
  #lines: string[] = [];
  #rest = '';

  add(text: string): void {
    const lines = (this.#rest + text).split('\n');
    // a line that doesn't end is none
    this.#rest = lines.pop()!.slice(0, longestLine);
    for (const line of lines) this.#keep(line);
  }

  /** Reads them, a piece a turn of whoever asks for the next. */
  *read(): Generator<undefined, MetricPoint[]> {
    this.#keep(this.#rest);
    const points: MetricPoint[] = [];
    let inOrder = true;
    for (const [i, line] of this.#lines.slice(-mostPoints).entries()) {
      if (i > 0 && i % atATime === 0) yield;
      const { success, data } = pointSchema.safeParse(asNow(parsed(line)));
      if (!success) continue;
      inOrder &&= points.length === 0 || points.at(-1)!.iteration < data.iteration;
      points.push(data);
    }
    if (inOrder) return points;
    yield;
    points.sort((a, b) => a.iteration - b.iteration);
    // those of one iteration are still in the order of the file
    return points.filter(({ iteration }, i) => points[i + 1]?.iteration !== iteration);
  }

  #keep(line: string): void {
    if (line === '' || line.length >= longestLine) return;
    this.#lines.push(line);
    if (this.#lines.length === 2 * mostPoints) this.#lines = this.#lines.slice(mostPoints);
  }
}

const longestLine = 10_000;

/** The points of a `metrics.jsonl`, as `MetricPoints` takes them. */
export function parseMetricLines(text: string): MetricPoint[] {
  const points = new MetricPoints();
  points.add(text);
  const reading = points.read();
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
