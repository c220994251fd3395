import type { DataSettings } from '../core/network/schema';
import { type Examples, type LoadedData, loadData } from '../data/data';
import type { Files } from '../data/files';
import type { Reading } from '../data/reading';

interface Kept {
  readonly key: string;
  /** How the files were when they were read. */
  readonly stamp: string;
  readonly data: LoadedData;
  readonly timer: NodeJS.Timeout;
}

/**
 * The training set that was asked for last. It is kept for a while after each use, since the same one is asked for at every
 * pause in typing, and read anew where its files have changed.
 */
export class KeptTrainingSet {
  readonly #patience: number;
  #kept: Kept | undefined;

  /** @param patience milliseconds after which it is let go */
  constructor(patience = 15_000) {
    this.#patience = patience;
  }

  /** `work` waits for nothing. `place` says where `files` are. Faults of the data are `DataError`s. */
  async use<T>(
    settings: DataSettings,
    place: string,
    files: Files,
    reading: Reading,
    work: (train: Examples) => T,
  ): Promise<T> {
    const key = JSON.stringify([settings, place]);
    const before = this.#kept;
    if (
      before?.key === key &&
      before.stamp === (await stampOf(before.data, files)) &&
      this.#kept === before
    ) {
      before.timer.refresh();
      return work(before.data.train);
    }
    await this.close();
    const data = await loadData(settings, files, reading);
    const stamp = await stampOf(data, files);
    // another request may have been faster
    await this.close();
    const timer = setTimeout(() => void this.close(), this.#patience);
    timer.unref();
    this.#kept = { key, stamp, data, timer };
    return work(data.train);
  }

  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = undefined;
    if (!kept) return;
    clearTimeout(kept.timer);
    await kept.data.close();
  }
}

async function stampOf({ report }: LoadedData, files: Files): Promise<string> {
  return JSON.stringify(await Promise.all(report.files.map(file => files.stat(file))));
}
