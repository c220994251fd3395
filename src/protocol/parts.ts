import * as z from 'zod';
import type { MetricValues } from '../core/metrics';
import type { DataFault, DataReport } from '../core/network/dataReport';
import type { Problem } from '../core/problem';
import {
  type EvaluationReport,
  type MetricPoint,
  type Prediction,
  type RunInfo,
  runStates,
} from '../runs/run';
import { verdictSchema } from '../runs/verdicts/verdictSchema';

// What several messages hold. Fields that aren't named here pass: the two ends are of one version, and what is checked
// is that nobody who reads a message meets a value of another kind.

/** Without a schema a value, which costs more than what is done with long lists. */
export const numbers = z.custom<readonly number[]>(
  value => Array.isArray(value) && value.every(each => typeof each === 'number'),
);
export const texts = z.custom<readonly string[]>(
  value => Array.isArray(value) && value.every(each => typeof each === 'string'),
);

/** Also NaN and infinity, which zod's own refuses: the cost of a run that diverged. */
const number = z.custom<number>(value => typeof value === 'number');
const count = z.int().min(0);
export const span = z.object({ start: count, end: count });

const textEdit = z.object({ offset: count, length: count, text: z.string() });

export const problem: z.ZodType<Problem> = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  message: z.string(),
  span,
  layer: z.string().optional(),
  field: z.string().optional(),
  related: z.array(z.object({ message: z.string(), span })).optional(),
  fixes: z.array(z.object({ title: z.string(), edits: z.array(textEdit) })),
});

export const dataFault: z.ZodType<DataFault> = z.object({
  code: z.string(),
  message: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.string(),
  suggestions: texts.optional(),
  fixes: z
    .array(z.object({ title: z.string(), path: texts, value: z.union([z.string(), texts]) }))
    .optional(),
});

const figures = z.object({ min: number, max: number, mean: number, deviation: number, exact: z.boolean() });

export const dataReport: z.ZodType<DataReport> = z.object({
  facts: z
    .object({
      inputShape: numbers,
      examples: z.object({ train: count, test: count }),
      targets: z.object({
        n: count,
        classes: texts.optional(),
        binary: z.boolean(),
        oneHot: z.boolean(),
        ofArrays: z.literal(true).optional(),
        wholeNumbers: z.object({ column: z.string(), different: count }).optional(),
        wholeValues: numbers.optional(),
        counts: numbers.optional(),
        figures: z.array(figures).optional(),
      }),
      inputType: z.string().optional(),
      inputNames: texts.optional(),
      choices: texts,
      inputFigures: z.record(z.string(), figures).optional(),
    })
    .optional(),
  faults: z.array(dataFault),
  files: texts,
  weights: z
    .array(
      z.object({
        file: z.string(),
        arrays: z.array(z.object({ name: z.string(), shape: numbers, finite: z.boolean() })).optional(),
        fault: z.string().optional(),
      }),
    )
    .optional(),
});

const preprocessing = z.custom<NonNullable<RunInfo['preprocessing']>>(
  value =>
    z
      .object({
        inputShape: numbers,
        targets: z.object({ names: texts, classes: texts.optional() }),
        columns: z.array(z.object({ name: z.string() })).optional(),
      })
      .safeParse(value).success,
);

export const runState = z.enum(runStates);

const isMetricValues = (value: unknown): value is MetricValues =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(each => each === null || typeof each === 'number');

const metricValues = z.custom<MetricValues>(isMetricValues);

/** What was measured: as JSON, what is no number is null. */
const measured = z.custom<number>(value => value === null || typeof value === 'number');

export const runInfo: z.ZodType<RunInfo> = z.object({
  id: z.string(),
  folder: z.string(),
  network: z.string(),
  startedAt: z.string(),
  seed: count,
  iterations: count,
  stepsPerEpoch: z.int().min(1),
  digest: z.string(),
  state: runState,
  message: z.string().optional(),
  iteration: count,
  preprocessing: preprocessing.optional(),
  choices: texts.optional(),
  start: texts.optional(),
  engine: z.string().optional(),
  engineReasons: texts.optional(),
  passes: texts.optional(),
  flopsPerStep: number.optional(),
  measuredOn: z.string().optional(),
  weights: z.literal('best').optional(),
  best: z
    .object({
      iteration: count,
      train: metricValues.optional(),
      test: metricValues.optional(),
      testCost: measured.optional(),
    })
    .optional(),
  verdict: verdictSchema.optional(),
});

const always = ['iteration', 'epoch', 'cost', 'seconds'] as const;

/** Twenty times a second, some thousand at once: looked at by hand. */
export const points = z.custom<readonly MetricPoint[]>(value => Array.isArray(value) && value.every(isPoint));

function isPoint(value: unknown): value is MetricPoint {
  if (typeof value !== 'object' || value === null) return false;
  const point = value as Record<string, unknown>;
  return (
    always.every(name => typeof point[name] === 'number') &&
    (point.learningRate === undefined || typeof point.learningRate === 'number') &&
    (point.testCost === undefined || typeof point.testCost === 'number') &&
    (point.sample === undefined || typeof point.sample === 'string') &&
    (point.train === undefined || isMetricValues(point.train)) &&
    (point.test === undefined || isMetricValues(point.test))
  );
}

export const prediction: z.ZodType<Prediction> = z.object({
  outputs: numbers,
  classes: z.array(z.object({ name: z.string(), probability: number })).optional(),
  truth: z.string().optional(),
  notes: texts.optional(),
  shown: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('row'),
      names: texts,
      values: z.array(z.union([z.string(), number])),
    }),
    z.object({
      kind: z.literal('image'),
      width: count,
      height: count,
      channels: z.union([z.literal(1), z.literal(3)]),
      pixels: numbers,
    }),
  ]),
});

export const evaluationReport: z.ZodType<EvaluationReport> = z.object({
  set: z.enum(['train', 'test']),
  examples: count,
  cost: number,
  metrics: metricValues,
  verdict: verdictSchema.optional(),
  classes: texts.optional(),
  targets: texts.optional(),
  plots: z.array(z.object({ name: z.string(), truth: numbers, predicted: numbers })).optional(),
  confusion: z.array(numbers).optional(),
  choices: texts.optional(),
  notes: texts.optional(),
});
