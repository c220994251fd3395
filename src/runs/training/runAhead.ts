import { type Snapshot, weightsFiles } from '../../core/analyze';
import { batchSizeOf } from '../../core/network/batchSizeOf';
import type { DataSettings } from '../../core/network/schema';
import type { LoadedData } from '../../data/data';
import { DataAhead } from '../preparing/dataAhead';
import { checked } from '../preparing/prepare';
import { type Equipment, equip } from './equip';

/** Bytes of weights and values beyond which nothing is made ready: it would hold the memory of a computer for nobody. */
const mostBytes = 256 * 2 ** 20;

interface Equipped {
  readonly data: LoadedData;
  readonly seed: number;
  readonly equipment: Equipment;
}

/** A run that is likely to begin: its data are read and its training is made before that is asked for. */
export class RunAhead {
  readonly data: DataAhead;
  readonly #text: string;
  readonly #equipped: Promise<Equipped | undefined>;
  #cancelled: () => boolean = () => false;

  /**
   * @param settings those of `text`
   * @param file the network file, absolute
   */
  constructor(text: string, settings: DataSettings, file: string) {
    this.#text = text;
    this.data = new DataAhead(settings, file);
    // what fails is done again, and then said
    this.#equipped = this.#equip(file).catch(() => undefined);
  }

  /**
   * What a run of `text` needs, where that is the text still and `data` are those that were read ahead; else undefined. To be
   * asked once. Undefined too where it is cancelled meanwhile.
   */
  async take(
    text: string,
    seed: number,
    data: LoadedData,
    cancelled: () => boolean = () => false,
  ): Promise<Equipment | undefined> {
    const same = text === this.#text && data === (await this.data.read)?.data;
    this.#cancelled = same ? cancelled : () => true;
    const equipped = same ? await this.#equipped : undefined;
    return equipped?.seed === seed ? equipped.equipment : undefined;
  }

  /** It won't be asked for. */
  drop(): void {
    this.#cancelled = () => true;
    this.data.drop();
  }

  async #equip(file: string): Promise<Equipped | undefined> {
    const { data } = (await this.data.read) ?? {};
    if (!data) return undefined;
    const snapshot = checked(this.#text, file, data.report);
    if (!isSmall(snapshot, data.train.m)) return undefined;
    const { seed } = snapshot.network!.training!;
    const reading = { cancelled: () => this.#cancelled() };
    return { data, seed, equipment: await equip({ snapshot, data }, { seed }, reading) };
  }
}

/** Also without weights that it starts from, and without a frozen part, whose values for all examples would be worked out. */
function isSmall({ network, shapes }: Snapshot, m: number): boolean {
  const { parameters, activations } = shapes!.bytes;
  return (
    weightsFiles(network!).length === 0 &&
    network!.layers.every(({ fields }) => !fields || !('frozen' in fields) || fields.frozen !== true) &&
    4 * parameters + 2 * batchSizeOf(network!.training!, m) * activations < mostBytes
  );
}
