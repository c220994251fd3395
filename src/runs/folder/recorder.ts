import type { Checkpoint } from '../../core/train/training';
import { encodeCheckpoint } from '../../formats/checkpointFile';
import type { FileLock } from '../../platform/fileLock';
import type { Folder } from '../../platform/folder';
import type { Generation, MetricPoint, RunInfo } from '../run';
import { RunFault } from '../runFault';
import { publish, writtenName } from './generations';
import { metricLines } from './metricsFile';
import { readRunInfo, runFiles, writeRunInfo } from './runFolder';
import { processOf } from './runLock';
import { weightsMetadata } from './weightsMetadata';

/** Weights that did best, by their cost or by another figure, turned so that the lowest is the best. */
export interface Best {
  readonly cost: number;
  readonly checkpoint: Checkpoint;
}

/** What a recorder goes on from, of a run that was stopped. */
export interface Recorded {
  readonly generation?: Generation;
  /** The cost of the best weights. */
  readonly lowestCost?: number;
}

/**
 * Writes a run to its folder while it goes on, one thing after the other. A checkpoint is one generation: its files are
 * written under names of their own, and it counts from the moment at which `run.json` tells of it, so that a process
 * killed at any moment leaves a whole run, the one of the checkpoint before or the new one.
 */
export class Recorder {
  #points: MetricPoint[] = [];
  #best: Best | undefined;
  #queue: Promise<void> = Promise.resolve();
  #fault: { readonly error: unknown } | undefined;
  #iteration: number | undefined;
  #generation: Generation | undefined;
  #lowestCost: number;

  constructor(
    readonly folder: Folder,
    private readonly lock: FileLock,
    { generation, lowestCost = Number.POSITIVE_INFINITY }: Recorded = {},
  ) {
    this.#generation = generation;
    this.#lowestCost = lowestCost;
  }

  /** Why something couldn't be written; nothing is written any more. */
  get fault(): { readonly error: unknown } | undefined {
    return this.#fault;
  }

  /** Of the last checkpoint. */
  get generation(): Generation | undefined {
    return this.#generation;
  }

  add(point: MetricPoint): void {
    this.#points.push(point);
  }

  /** Keeps the weights where `cost` is the lowest so far; says whether it is. */
  offer(cost: number, checkpoint: () => Checkpoint): boolean {
    if (!(cost < this.#lowestCost)) return false;
    this.#lowestCost = cost;
    this.#best = { cost, checkpoint: checkpoint() };
    return true;
  }

  /** Writes the points, the weights and `run.json`. Resolves when done; a refusal is kept in `fault`. */
  save(checkpoint: Checkpoint, info: RunInfo, seconds: number): Promise<void> {
    const points = this.#points;
    const best = this.#best;
    this.#points = [];
    this.#best = undefined;
    this.#queue = this.#queue.then(async () => {
      try {
        if (!this.#fault) await this.#write(points, checkpoint, best, info, seconds);
      } catch (error) {
        this.#fault = { error };
      }
    });
    return this.#queue;
  }

  /** Says in `run.json` why the run came to an end, where that can still be written, and lets go of the run. */
  async fail(info: RunInfo, message: string): Promise<void> {
    await this.#queue;
    try {
      if (await this.lock.lostTo()) return;
      const iteration = this.#iteration ?? info.iteration;
      await writeRunInfo(this.folder, {
        ...info,
        state: 'failed',
        message,
        iteration,
        checkpoint: this.#generation,
      });
      if (this.#generation) await publish(this.folder, this.#generation);
    } catch {
      // the fault itself is told
    } finally {
      await this.end();
    }
  }

  /** Lets go of the run, once all is written: another process may go on with it. */
  async end(): Promise<void> {
    await this.#queue;
    await this.lock.release();
  }

  async #write(
    points: readonly MetricPoint[],
    checkpoint: Checkpoint,
    best: Best | undefined,
    info: RunInfo,
    seconds: number,
  ): Promise<void> {
    const { folder } = this;
    const other = await this.lock.lostTo();
    if (other) {
      throw new RunFault(`The run was taken over by another window or terminal (${processOf(other)}).`);
    }
    const before = this.#generation ?? { last: 0, metrics: 0 };
    const last = before.last + 1;
    try {
      const metrics = await this.#writeUnread(points, checkpoint, best, before, seconds, info);
      const generation: Generation = { last, best: best ? last : before.best, metrics };
      await writeRunInfo(folder, { ...info, iteration: checkpoint.iteration, checkpoint: generation });
      this.#generation = generation;
    } catch (error) {
      await this.#discard(before).catch(() => {});
      throw error;
    }
    this.#iteration = checkpoint.iteration;
    await publish(folder, this.#generation);
  }

  /** Removes what `run.json` doesn't tell of: a disk that is full has room again for why the run ended. */
  async #discard(before: Generation): Promise<void> {
    const written = await readRunInfo(this.folder.path);
    // a renaming may have been done and have failed all the same
    if (!written || (written.checkpoint?.last ?? 0) !== before.last) return;
    if (before.metrics > 0) await this.folder.writeFrom(runFiles.metrics, before.metrics, '');
    await publish(this.folder, before);
  }

  /** What `run.json` is going to tell of. Gives the length of the metrics. */
  async #writeUnread(
    points: readonly MetricPoint[],
    checkpoint: Checkpoint,
    best: Best | undefined,
    before: Generation,
    seconds: number,
    { preprocessing }: RunInfo,
  ): Promise<number> {
    const { folder } = this;
    const generation = before.last + 1;
    const metrics =
      points.length > 0
        ? await folder.writeFrom(runFiles.metrics, before.metrics, metricLines(points))
        : before.metrics;
    await folder.writeUnread(
      writtenName('last', generation),
      encodeCheckpoint(checkpoint, weightsMetadata.write({ generation, seconds, preprocessing })),
    );
    if (best) {
      await folder.writeUnread(
        writtenName('best', generation),
        encodeCheckpoint(
          best.checkpoint,
          weightsMetadata.write({ generation, cost: best.cost, preprocessing }),
        ),
      );
    }
    return metrics;
  }
}
