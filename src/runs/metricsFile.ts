import * as z from 'zod';
import type { MetricPoint } from './run';

const numberOrText = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number)]);

const pointSchema = z.object({
  iteration: z.int().min(0),
  epoch: z.int().min(0),
  cost: numberOrText,
  seconds: z.number().min(0),
  trainAccuracy: z.number().optional(),
  testAccuracy: z.number().optional(),
  testCost: numberOrText.optional(),
  trainError: numberOrText.optional(),
  testError: numberOrText.optional(),
});

/** Lines of `metrics.jsonl`, each ended. JSON has no word for NaN and infinity: they are written as texts. */
export function metricLines(points: readonly MetricPoint[]): string {
  const written = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  return points.map(point => `${JSON.stringify(point, written)}\n`).join('');
}

/**
 * The points of a `metrics.jsonl`. A last line that a dying process left half written is dropped, as is a line that
 * isn't a point; of points of the same iteration the later one counts.
 */
export function parseMetricLines(text: string): MetricPoint[] {
  const points = new Map<number, MetricPoint>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const point = pointSchema.safeParse(parsed(line));
    if (point.success) points.set(point.data.iteration, point.data);
  }
  return [...points.values()].sort((a, b) => a.iteration - b.iteration);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
