import type { StepResult } from '../core/train/training';
import { evaluateEvery, keepEvery } from './cadence';
import { CheckpointSchedule } from './checkpointSchedule';
import { faultOf } from './faultOf';
import type { Gate } from './gate';
import { type Measured, measuredPoint } from './measured';
import type { OpenedRun } from './openedRun';
import { Pace } from './pace';
import type { MetricPoint, RunInfo, RunState } from './run';
import type { SessionEvents } from './sessionEvents';
import { Stopwatch } from './stopwatch';

/** Takes the steps of a run until it ends, and keeps its folder up to date. Throws a fault where it can't be saved. */
export async function trainRun(
  run: OpenedRun,
  gate: Gate,
  events: SessionEvents,
  keepAlso?: number,
): Promise<RunInfo> {
  const loop = new RunLoop(run, gate, events, keepAlso);
  try {
    return await loop.train();
  } catch (error) {
    const message = faultOf(error)?.message ?? 'The training failed, which is a fault of Layerwise.';
    await run.recorder.fail(loop.info, message);
    throw error;
  }
}

class RunLoop {
  readonly #pace = new Pace();
  readonly #checkpoints = new CheckpointSchedule();
  readonly #watch: Stopwatch;
  readonly #keepEvery: number;
  readonly #evaluateEvery: number;
  /** Of a save that nobody waited for. */
  #failure: { readonly error: unknown } | undefined;
  info: RunInfo;

  constructor(
    private readonly run: OpenedRun,
    private readonly gate: Gate,
    private readonly events: SessionEvents,
    private readonly keepAlso: number | undefined,
  ) {
    const { iterations, stepsPerEpoch } = run.training;
    this.#watch = new Stopwatch(run.seconds);
    this.#keepEvery = keepEvery(iterations);
    this.#evaluateEvery = run.evaluateEvery ?? evaluateEvery(iterations, stepsPerEpoch);
    this.info = run.info;
  }

  async train(): Promise<RunInfo> {
    const { training } = this.run;
    this.info = { ...this.info, state: this.gate.paused ? 'paused' : 'running', message: undefined };
    await this.#save();
    this.events.run?.(this.info);
    this.events.state?.(this.info.state);
    this.#watch.start();

    while (training.iteration < training.iterations) {
      const { iteration } = training;
      const measured = iteration % this.#evaluateEvery === 0 ? await this.#evaluate() : undefined;
      const result: StepResult | undefined = await this.#drive(training.step());
      if (!result) return this.#end('stopped');
      if (result.kind === 'diverged') {
        return this.#end('diverged', `The training diverged at iteration ${iteration}. ${result.cause}`);
      }
      this.gate.passed();
      if (measured || this.#isKept(iteration)) this.#keep(result, measured);
      this.#saveBeside();
    }

    // with all steps taken there is nothing left to pause
    this.gate.resume();
    const measured = await this.#evaluate();
    if (!measured) return this.#end('stopped');
    const { iteration, stepsPerEpoch } = training;
    this.#keep(
      { iteration, epoch: Math.floor(iteration / stepsPerEpoch), cost: measured.train.cost },
      measured,
    );
    return this.#end('finished');
  }

  /** Does work piece by piece, and waits in it while paused; undefined where it was stopped half way. */
  async #drive<T>(work: Generator<undefined, T>): Promise<T | undefined> {
    for (;;) {
      if (this.#pace.over) await this.#pace.breathe();
      if (this.gate.closed) await this.#wait();
      if (this.gate.stopped) return undefined;
      const piece = work.next();
      if (piece.done) return piece.value;
    }
  }

  async #wait(): Promise<void> {
    this.#watch.stop();
    if (this.info.state === 'paused') await this.#save();
    else await this.#enter('paused');
    await this.gate.opened();
    this.#watch.start();
    if (!this.gate.paused && !this.gate.stopped) await this.#enter('running');
  }

  async #evaluate(): Promise<Measured | undefined> {
    const { training, train: trainSet, test: testSet, recorder } = this.run;
    const train = await this.#drive(training.evaluate(trainSet));
    const test = testSet && (await this.#drive(training.evaluate(testSet)));
    if (!train || this.gate.stopped) return undefined;
    recorder.offer((test ?? train).cost, () => training.checkpoint());
    return { train, test };
  }

  #isKept(iteration: number): boolean {
    const { keepAlso } = this;
    return iteration % this.#keepEvery === 0 || (keepAlso !== undefined && iteration % keepAlso === 0);
  }

  #keep({ iteration, epoch, cost }: Omit<MetricPoint, 'seconds'>, measured: Measured | undefined): void {
    const { seconds } = this.#watch;
    const point = { iteration, epoch, cost, seconds, ...(measured && measuredPoint(measured)) };
    this.run.recorder.add(point);
    this.events.metric?.(point);
  }

  /** Says the state, once it is written with the weights as they are. */
  async #enter(state: RunState, message?: string): Promise<void> {
    this.info = { ...this.info, state, message };
    await this.#save();
    this.events.state?.(state, message);
  }

  async #end(state: RunState, message?: string): Promise<RunInfo> {
    this.#watch.stop();
    await this.#enter(state, message);
    this.events.run?.(this.info);
    return this.info;
  }

  async #save(): Promise<void> {
    const { training, recorder } = this.run;
    this.info = { ...this.info, iteration: training.iteration };
    await this.#checkpoints.during(() =>
      recorder.save(training.checkpoint(), this.info, this.#watch.seconds),
    );
    if (recorder.fault) throw recorder.fault.error;
  }

  /** Saves while training goes on; a fault of it ends the run at the next look. */
  #saveBeside(): void {
    if (this.#failure) throw this.#failure.error;
    if (!this.#checkpoints.due) return;
    this.#save().catch(error => {
      this.#failure = { error };
    });
  }
}
