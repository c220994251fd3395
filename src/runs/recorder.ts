import type { Checkpoint } from '../core/train/training';
import { encodeCheckpoint } from '../formats/checkpointFile';
import type { Folder } from '../platform/folder';
import { metricLines } from './metricsFile';
import type { MetricPoint, RunInfo } from './run';
import { runFiles, writeRunInfo } from './runFolder';
import { weightsMetadata } from './weightsMetadata';

/** Weights that did best, by their cost on the test set, or on the training set where there is none. */
export interface Best {
  readonly cost: number;
  readonly checkpoint: Checkpoint;
}

/**
 * Writes a run to its folder while it goes on, one thing after the other: the metrics before the checkpoint they lead
 * to, so that a process killed at any moment leaves a run that can be resumed.
 */
export class Recorder {
  #points: MetricPoint[] = [];
  #best: Best | undefined;
  #queue: Promise<void> = Promise.resolve();
  #fault: { readonly error: unknown } | undefined;
  #iteration: number | undefined;

  constructor(
    readonly folder: Folder,
    /** The cost of the weights already in `best.safetensors`. */
    private lowestCost = Number.POSITIVE_INFINITY,
  ) {}

  /** Why something couldn't be written; nothing is written any more. */
  get fault(): { readonly error: unknown } | undefined {
    return this.#fault;
  }

  add(point: MetricPoint): void {
    this.#points.push(point);
  }

  /** Keeps the weights where `cost` is the lowest so far. */
  offer(cost: number, checkpoint: () => Checkpoint): void {
    if (!(cost < this.lowestCost)) return;
    this.lowestCost = cost;
    this.#best = { cost, checkpoint: checkpoint() };
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

  /** Says in `run.json` why the run came to an end, where that can still be written. */
  async fail(info: RunInfo, message: string): Promise<void> {
    await this.#queue;
    const iteration = this.#iteration ?? info.iteration;
    await writeRunInfo(this.folder, { ...info, state: 'failed', message, iteration }).catch(() => {});
  }

  async #write(
    points: readonly MetricPoint[],
    checkpoint: Checkpoint,
    best: Best | undefined,
    info: RunInfo,
    seconds: number,
  ): Promise<void> {
    const { preprocessing } = info;
    if (points.length > 0) await this.folder.append(runFiles.metrics, metricLines(points));
    await this.folder.write(
      runFiles.last,
      encodeCheckpoint(checkpoint, weightsMetadata.write({ seconds, preprocessing })),
    );
    // after the last ones: the best weights of a run are never ahead of where it would be resumed
    if (best) {
      await this.folder.write(
        runFiles.best,
        encodeCheckpoint(best.checkpoint, weightsMetadata.write({ cost: best.cost, preprocessing })),
      );
    }
    await writeRunInfo(this.folder, { ...info, iteration: checkpoint.iteration });
    this.#iteration = checkpoint.iteration;
  }
}
