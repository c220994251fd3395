import type { Evaluation, StepResult } from '../core/train/training';
import { evaluateEvery, keepEvery } from './cadence';
import { faultOf } from './faultOf';
import type { Gate } from './gate';
import type { OpenedRun } from './openedRun';
import { Pace } from './pace';
import type { MetricPoint, RunInfo, RunState } from './run';
import type { SessionEvents } from './session';
import { Stopwatch } from './stopwatch';

/** Milliseconds between two checkpoints of a run that goes on. */
const checkpointEvery = 3000;
/** The share of the time that writing checkpoints may take. */
const checkpointShare = 0.05;

/** Takes the steps of a run until it ends, and keeps its folder up to date. Throws a fault where it can't be saved. */
export async function trainRun(
  run: OpenedRun,
  gate: Gate,
  events: SessionEvents,
  keepAlso?: number,
): Promise<RunInfo> {
  const { training, recorder } = run;
  const pace = new Pace();
  const watch = new Stopwatch(run.seconds);
  const stride = keepEvery(training.iterations);
  const cadence = run.evaluateEvery ?? evaluateEvery(training.iterations, training.stepsPerEpoch);
  let info = run.info;
  let nextCheckpoint = 0;

  /** Says the state and writes it with the weights as they are. */
  async function enter(state: RunState, message?: string): Promise<void> {
    info = { ...info, state, message, iteration: training.iteration };
    await save();
    events.state?.(state, message);
  }

  async function save(): Promise<void> {
    const began = performance.now();
    await recorder.save(training.checkpoint(), info, watch.seconds);
    if (recorder.fault) throw recorder.fault.error;
    const now = performance.now();
    nextCheckpoint = now + Math.max(checkpointEvery, (now - began) / checkpointShare);
  }

  /** Saves while training goes on; a fault shows at the next look. */
  function saveBeside(): void {
    if (recorder.fault) throw recorder.fault.error;
    if (performance.now() < nextCheckpoint || recorder.busy) return;
    const began = performance.now();
    info = { ...info, iteration: training.iteration };
    void recorder.save(training.checkpoint(), info, watch.seconds).then(() => {
      const now = performance.now();
      nextCheckpoint = now + Math.max(checkpointEvery, (now - began) / checkpointShare);
    });
    nextCheckpoint = Number.POSITIVE_INFINITY;
  }

  async function waitAtGate(): Promise<void> {
    watch.stop();
    if (info.state !== 'paused') await enter('paused');
    else await save();
    await gate.opened();
    watch.start();
    if (!gate.paused && !gate.stopped) await enter('running');
  }

  /** Does the work piece by piece; undefined where it was stopped half way. */
  async function drive<T>(work: Generator<undefined, T>): Promise<T | undefined> {
    for (;;) {
      if (pace.over) await pace.breathe();
      if (gate.closed) await waitAtGate();
      if (gate.stopped) return undefined;
      const piece = work.next();
      if (piece.done) return piece.value;
    }
  }

  async function evaluate(): Promise<Measured | undefined> {
    const train = await drive(training.evaluate(run.train));
    const test = run.test && (await drive(training.evaluate(run.test)));
    if (!train || gate.stopped) return undefined;
    recorder.offer((test ?? train).cost, () => training.checkpoint());
    return { train, test };
  }

  function keep(point: MetricPoint): void {
    recorder.add(point);
    events.metric?.(point);
  }

  async function end(state: RunState, message?: string): Promise<RunInfo> {
    watch.stop();
    await enter(state, message);
    events.run?.(info);
    return info;
  }

  async function train(): Promise<RunInfo> {
    info = { ...info, state: gate.paused ? 'paused' : 'running', message: undefined };
    await save();
    events.run?.(info);
    events.state?.(info.state);
    watch.start();

    while (training.iteration < training.iterations) {
      const { iteration } = training;
      const measured = iteration % cadence === 0 ? await evaluate() : undefined;
      const result: StepResult | undefined = await drive(training.step());
      if (!result) return end('stopped');
      if (result.kind === 'diverged') {
        return end('diverged', `The training diverged at iteration ${result.iteration}. ${result.cause}`);
      }
      gate.passed();
      if (measured || iteration % stride === 0 || (keepAlso && iteration % keepAlso === 0)) {
        keep({
          ...pointOf(measured),
          iteration,
          epoch: result.epoch,
          cost: result.cost,
          seconds: watch.seconds,
        });
      }
      saveBeside();
    }

    // with all steps taken there is nothing left to pause
    gate.resume();
    const measured = await evaluate();
    if (!measured) return end('stopped');
    const epoch = Math.floor(training.iteration / training.stepsPerEpoch);
    keep({
      ...pointOf(measured),
      iteration: training.iteration,
      epoch,
      cost: measured.train.cost,
      seconds: watch.seconds,
    });
    return end('finished');
  }

  try {
    return await train();
  } catch (error) {
    await recorder.fail(info, faultOf(error)?.message ?? 'Layerwise failed: this is its own fault.');
    throw error;
  }
}

interface Measured {
  readonly train: Evaluation;
  readonly test: Evaluation | undefined;
}

function pointOf(measured: Measured | undefined): Partial<MetricPoint> {
  if (!measured) return {};
  const { train, test } = measured;
  return {
    trainAccuracy: train.accuracy,
    trainError: train.meanAbsoluteError,
    testAccuracy: test?.accuracy,
    testError: test?.meanAbsoluteError,
    testCost: test?.cost,
  };
}
