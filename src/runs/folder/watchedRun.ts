import { type Folder, folderAt } from '../../platform/folder';
import type { MetricPoint, RunInfo } from '../run';
import { readMetrics, readRunHead, runFiles } from './runFolder';
import { processOf, writerOf } from './runLock';

/** What a look at a run found. */
export interface Look {
  readonly info: RunInfo;
  /** Those since the look before. */
  readonly points: readonly MetricPoint[];
  /** Who is writing it: `process 4711 on studio`; undefined where nobody is. */
  readonly writer: string | undefined;
}

/** A run that another process writes, looked at from time to time. Only what is new of it is read. */
export class WatchedRun {
  readonly #folder: Folder;
  #info: RunInfo;
  #writtenAt: number | undefined;

  /** @param info as it is shown already, with its points */
  constructor(info: RunInfo) {
    this.#folder = folderAt(info.folder);
    this.#info = info;
  }

  /** Undefined where the run has gone. */
  async look(): Promise<Look | undefined> {
    // before the run: who has ended since has written its end
    const writer = await writerOf(this.#folder.path);
    const writtenAt = await this.#folder.writtenAt(runFiles.info);
    if (writtenAt === undefined) return undefined;
    const before = this.#info;
    if (writtenAt !== this.#writtenAt) this.#info = (await readRunHead(this.#folder.path)) ?? before;
    this.#writtenAt = writtenAt;
    const from = before.checkpoint?.metrics;
    const points = this.#info.checkpoint ? await readMetrics(this.#info, { from }) : [];
    return { info: this.#info, points, writer: writer && processOf(writer) };
  }
}
