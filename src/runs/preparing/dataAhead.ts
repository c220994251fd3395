import type { DataSettings } from '../../core/network/schema';
import { describeData, type LoadedData, loadData } from '../../data/data';
import type { Reading } from '../../data/reading';
import { nodeFiles } from '../../platform/nodeFiles';
import { dirname } from '../../platform/path';
import { areUntouched, type DataFile, dataFiles } from '../dataFiles';

/** More numbers than this aren't read before anyone asks for them, since they might never be needed. */
const mostNumbers = 16 * 2 ** 20;
/** Milliseconds in which it has to be known how many they are. */
const longestLook = 2000;
/** Milliseconds: clocks of file systems are no finer than two seconds. */
const clock = 2000;

interface Read {
  readonly data: LoadedData;
  readonly files: readonly DataFile[];
}

/** The data of a network that is likely to be trained, read before that is asked for. */
export class DataAhead {
  readonly #key: string;
  readonly #folder: string;
  /** Undefined where they are too many, or a fault. */
  readonly read: Promise<Read | undefined>;
  /** Of who waits for them. */
  #waiting: Reading | undefined;

  /** @param file the network file, absolute */
  constructor(settings: DataSettings, file: string) {
    this.#key = keyOf(settings, file);
    this.#folder = dirname(file);
    // what fails is read again, and then said
    this.read = this.#load(settings).catch(() => undefined);
  }

  /** They won't be asked for. */
  drop(): void {
    this.#waiting = { cancelled: () => true };
    void this.read.then(read => read?.data.close());
  }

  /**
   * Gives them where they are those of `settings` and no file of theirs was written since; undefined where they have to be
   * read. To be asked once. Rejects with `Cancelled`.
   */
  async take(settings: DataSettings, file: string, reading: Reading): Promise<LoadedData | undefined> {
    const same = keyOf(settings, file) === this.#key;
    this.#waiting = same ? reading : { cancelled: () => true };
    const read = await this.read;
    if (!read) return undefined;
    if (same && (await areUntouched(this.#folder, read.files))) return read.data;
    await read.data.close();
    return undefined;
  }

  async #load(settings: DataSettings): Promise<Read | undefined> {
    const reading: Reading = {
      cancelled: () => this.#waiting?.cancelled?.() ?? false,
      progress: share => this.#waiting?.progress?.(share),
    };
    const files = nodeFiles(this.#folder);
    const asked = Date.now();
    // whoever asks for them meanwhile has them described anew; what takes long is too much to be read for nobody
    const described = await describeData(settings, files, {
      cancelled: () => this.#waiting !== undefined || Date.now() - asked > longestLook,
    });
    if (!described.facts || numbersOf(described.facts) > mostNumbers) return undefined;
    const began = Date.now();
    const before = await dataFiles(this.#folder, described.files);
    const data = await loadData(settings, files, reading);
    const known = new Set(described.files);
    const same =
      before.length === known.size &&
      data.report.files.every(file => known.has(file)) &&
      // what was written just now may have been written while it was read
      before.every(({ modified }) => modified < began - clock) &&
      (await areUntouched(this.#folder, before));
    if (same) return { data, files: before };
    await data.close();
    return undefined;
  }
}

const keyOf = (settings: DataSettings, file: string) => JSON.stringify([file, settings]);

const numbersOf = ({
  inputShape,
  examples,
}: {
  readonly inputShape: readonly number[];
  readonly examples: { readonly train: number; readonly test: number };
}) => inputShape.reduce((product, size) => product * size, examples.train + examples.test);
