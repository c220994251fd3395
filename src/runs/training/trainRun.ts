import { scoreOf } from '../../core/train/figureOf';
import type { StepResult } from '../../core/train/training';
import type { StopReason } from '../../core/train/watch';
import type { Work } from '../../core/work';
import { DataError } from '../../data/dataError';
import { faultOf } from '../faultOf';
import { evaluateEvery, Freshness, keepEvery, quickEvaluation } from '../pacing/cadence';
import { CheckpointSchedule } from '../pacing/checkpointSchedule';
import type { Gate } from '../pacing/gate';
import { Pace } from '../pacing/pace';
import { Stopwatch } from '../pacing/stopwatch';
import type { MetricPoint, RunInfo, RunState } from '../run';
import { keptSentence } from './keptSentence';
import { type Measured, measuredPoint } from './measured';
import type { OpenedRun } from './openedRun';
import type { SessionEvents } from './sessionEvents';
import { stopSentence } from './stopSentence';

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
    // a fault of the data costs no step: the weights are those before the batch that couldn't be read
    if (error instanceof DataError) await loop.save().catch(() => {});
    const message = faultOf(error)?.message ?? 'The training failed, which is a fault of Layerwise.';
    await run.recorder.fail(loop.info, message);
    throw error;
  } finally {
    await run.recorder.end();
    await run.close();
  }
}

/** Milliseconds that steps are taken together: the cost of the first is told when they are done. */
const longestTogether = 30;

const always = () => true;

class RunLoop {
  readonly #pace = new Pace();
  readonly #checkpoints = new CheckpointSchedule();
  readonly #freshness = new Freshness();
  /** A sample is for the eye: not too often, and a twentieth of the time at most. */
  readonly #sampled = new Freshness(3000, 0.05);
  readonly #watch: Stopwatch;
  readonly #keepEvery: number;
  readonly #evaluateEvery: number;
  /** Why the file wants it to end now. */
  #enough: StopReason | undefined;
  /** Of a save that nobody waited for. */
  #failure: { readonly error: unknown } | undefined;
  /** Those of the run's points, from its first. */
  readonly #costs: { readonly iteration: number; readonly cost: number }[];
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
    this.#costs = [...(run.earlier ?? [])].filter(({ iteration }) => iteration < run.training.iteration);
  }

  async train(): Promise<RunInfo> {
    const { training } = this.run;
    this.info = { ...this.info, state: this.gate.paused ? 'paused' : 'running', message: undefined };
    await this.save();
    this.events.run?.(this.info);
    this.events.state?.(this.info.state);
    this.#watch.start();

    while (training.iteration < training.iterations) {
      const { iteration } = training;
      const measured = await this.#measure(iteration);
      const sample = await this.#sample(iteration);
      if (this.#enough && measured) return this.#finish(measured, stopSentence(this.#enough));
      const single = this.gate.stepping;
      const deadline = performance.now() + longestTogether;
      const enough = () => this.#interrupted || performance.now() > deadline;
      const steps = training.steps(this.#stepsTogether(iteration), enough);
      // a pause between two steps is waited for above, where the next is still to be measured
      const within = () => training.iteration === iteration;
      const result: StepResult | undefined = await this.#drive(steps, within);
      if (!result) return this.#end('stopped', this.gate.reason);
      if (result.kind === 'diverged') {
        const where = result.iteration;
        return this.#end('diverged', `The training diverged at iteration ${where}. ${result.cause}`);
      }
      if (this.gate.stepping) this.gate.passed();
      if (single || measured || sample !== undefined || this.#isKept(iteration))
        this.#keep(result, measured, sample);
      this.#saveBeside();
    }

    // with all steps taken there is nothing left to pause
    this.gate.resume();
    const measured = await this.#evaluate(true);
    if (!measured) return this.#end('stopped', this.gate.reason);
    return this.#finish(measured);
  }

  /** With what was measured after the last step. */
  async #finish(measured: Measured, message?: string): Promise<RunInfo> {
    const { iteration, stepsPerEpoch } = this.run.training;
    const cost = await this.#drive(this.run.training.objective(measured.train, this.run.train), always);
    if (cost === undefined) return this.#end('stopped', this.gate.reason);
    const sample =
      this.run.sample && this.run.sample.every !== 0
        ? await this.#drive(this.run.sample.write(), always)
        : undefined;
    this.#keep({ iteration, epoch: Math.floor(iteration / stepsPerEpoch), cost }, measured, sample);
    if (!Number.isFinite(cost)) {
      return this.#end(
        'diverged',
        'The cost after the last step is too large for a number: the learning rate is probably too high.',
      );
    }
    const verdict = this.run.judge({
      costs: this.#costs,
      end: measured.train,
      objective: cost,
      stop: this.#enough,
    });
    this.info = { ...this.info, verdict };
    const kept = keptSentence(this.info, iteration);
    return this.#end('finished', kept ? [message, kept].filter(Boolean).join(' ') : message);
  }

  /**
   * Does work piece by piece, and waits in it, after its first piece, while paused and `waits`; undefined where it was
   * stopped half way.
   */
  async #drive<T>(work: Work<T>, waits: () => boolean): Promise<T | undefined> {
    for (let pieces = 0; ; pieces++) {
      if (this.#pace.over) await this.#pace.breathe();
      if (pieces > 0 && this.gate.closed && waits()) await this.#wait();
      if (this.gate.stopped) return undefined;
      const piece = work.next();
      if (piece.done) return piece.value;
      if (piece.value) await this.#pace.awaiting(piece.value);
    }
  }

  async #wait(): Promise<void> {
    this.#watch.stop();
    if (this.info.state === 'paused') await this.save();
    else await this.#enter('paused');
    await this.gate.opened();
    this.#watch.start();
    if (!this.gate.paused && !this.gate.stopped) await this.#enter('running');
  }

  /**
   * Accuracy and test cost, where they are due: every so many iterations, and besides, for the eye alone, at each single
   * step and where a slow run would show old ones.
   */
  async #measure(iteration: number): Promise<Measured | undefined> {
    if (this.gate.closed) await this.#wait();
    // the first cost is not kept waiting for an evaluation that takes long; that comes after it
    if (iteration === 0 && this.run.evaluationFlops > quickEvaluation) return undefined;
    const due = iteration % this.#evaluateEvery === 0;
    const step = this.gate.stepping && this.run.evaluationFlops < 10 * quickEvaluation;
    if (!due && !step && !this.#freshness.stale) return undefined;
    const began = performance.now();
    const measured = await this.#evaluate(due);
    this.#freshness.measured(performance.now() - began);
    return measured;
  }

  /** What the network writes, where it learns a text and that is due: at the iterations that the file says, else from time to time. */
  async #sample(iteration: number): Promise<string | undefined> {
    const { sample } = this.run;
    if (!sample || this.gate.closed || this.gate.stopped) return undefined;
    const { every } = sample;
    const due = every === undefined ? this.#sampled.stale : every > 0 && iteration % every === 0;
    if (!due) return undefined;
    const began = performance.now();
    const text = await this.#drive(sample.write(), always);
    this.#sampled.measured(performance.now() - began);
    return text;
  }

  get #interrupted(): boolean {
    return this.gate.closed || this.gate.stepping || this.gate.stopped;
  }

  /** How many steps may be taken at once: up to the next that is measured or kept; the first, and single steps, one by one. */
  #stepsTogether(iteration: number): number {
    // the first cost is shown as soon as it is known
    if (this.gate.stepping || iteration === 0) return 1;
    const { every } = this.run.sample ?? {};
    const strides = [
      this.#keepEvery,
      this.#evaluateEvery,
      this.keepAlso ?? this.#keepEvery,
      every || this.#keepEvery,
    ];
    const next = Math.min(...strides.map(stride => iteration + stride - (iteration % stride)));
    return Math.min(next, this.run.training.iterations) - iteration;
  }

  /** `offered` weights are kept where they did best: at iterations that don't depend on the clock. */
  async #evaluate(offered: boolean): Promise<Measured | undefined> {
    const { training, train: trainSet, test: testSet, recorder } = this.run;
    const train = await this.#drive(training.evaluate(trainSet), always);
    const test = testSet && (await this.#drive(training.evaluate(testSet), always));
    if (!train || this.gate.stopped) return undefined;
    if (offered) {
      const found = { train, test };
      this.#enough = training.observe(found);
      const score = scoreOf(found, this.run.bestBy);
      const better = score !== undefined && recorder.offer(score, () => training.checkpoint());
      if (better && this.info.weights === 'best')
        this.info = { ...this.info, best: { iteration: training.iteration, ...measuredPoint(found) } };
    }
    return { train, test };
  }

  #isKept(iteration: number): boolean {
    const { keepAlso } = this;
    return iteration % this.#keepEvery === 0 || (keepAlso !== undefined && iteration % keepAlso === 0);
  }

  #keep(
    { iteration, epoch, cost }: Omit<MetricPoint, 'seconds'>,
    measured: Measured | undefined,
    sample?: string,
  ): void {
    const { seconds } = this.#watch;
    const learningRate = this.run.training.learningRateAt(iteration);
    const point = {
      iteration,
      epoch,
      cost,
      seconds,
      ...(learningRate !== undefined && { learningRate }),
      ...(measured && measuredPoint(measured)),
      ...(sample !== undefined && { sample }),
    };
    this.run.recorder.add(point);
    if (iteration < this.run.training.iterations) this.#costs.push({ iteration, cost });
    this.events.metric?.(point);
  }

  /** Says the state, once it is written with the weights as they are. */
  async #enter(state: RunState, message?: string): Promise<void> {
    this.info = { ...this.info, state, message };
    await this.save();
    // the last point may be some steps old: where the run stands is told besides
    if (state === 'paused') this.events.run?.(this.info);
    this.events.state?.(state, message);
  }

  async #end(state: RunState, message?: string): Promise<RunInfo> {
    this.#watch.stop();
    this.info = { ...this.info, state, message };
    await this.save();
    // who hears of the end may go on with the run at once
    await this.run.recorder.end();
    this.events.state?.(state, message);
    this.events.run?.(this.info);
    return this.info;
  }

  /** Writes the weights and points as they are. */
  async save(): Promise<void> {
    const { training, recorder } = this.run;
    this.info = { ...this.info, iteration: training.iteration };
    await this.#checkpoints.during(() =>
      recorder.save(training.checkpoint(), this.info, this.#watch.seconds),
    );
    if (recorder.fault) throw recorder.fault.error;
    this.info = { ...this.info, checkpoint: recorder.generation };
  }

  /** Saves while training goes on; a fault of it ends the run at the next look. */
  #saveBeside(): void {
    if (this.#failure) throw this.#failure.error;
    if (!this.#checkpoints.due) return;
    this.save().catch(error => {
      this.#failure = { error };
    });
  }
}
