import { analyze, type Snapshot, weightsFiles } from '../../core/analyze';
import type { DataReport } from '../../core/network/dataReport';
import { type LoadedData, loadData } from '../../data/data';
import type { Preprocessing } from '../../data/preprocessing';
import type { Reading } from '../../data/reading';
import { nodeFiles } from '../../platform/nodeFiles';
import { dirname } from '../../platform/path';
import { RunFault } from '../runFault';
import { atLine } from './atLine';
import { checkTokens } from './checkTokens';
import type { DataAhead } from './dataAhead';
import { describeNetwork } from './describeNetwork';

/** A network without errors, and its data, to be closed. */
export interface Prepared {
  readonly snapshot: Snapshot;
  readonly data: LoadedData;
}

/** What may be there already. */
export interface Earlier {
  /** Of a run that goes on: the terms in which its data are read. */
  readonly learnt?: Preprocessing | undefined;
  readonly ahead?: DataAhead | undefined;
}

/** Reads the data that `text` names, relative to the folder of `file`. Throws a fault where a run can't begin. */
export async function prepare(
  text: string,
  file: string,
  reading: Reading,
  { learnt, ahead }: Earlier = {},
): Promise<Prepared> {
  const settings = checked(text, file, await headersOf(text, file)).network?.data;
  if (!settings) throw new RunFault('The network names no data: add "data" to it.', file);
  const data =
    (await ahead?.take(settings, file, reading)) ??
    (await loadData(settings, nodeFiles(dirname(file)), reading, { learnt }));
  return closingOnFault(data, async () => {
    const snapshot = checked(text, file, data.report);
    await checkTokens(snapshot.network!, [data.train, data.test], reading);
    return { snapshot, data };
  });
}

/** What the headers of the data say, where there is an error to be told: in the words of a check, with the sizes that it knows. */
async function headersOf(text: string, file: string): Promise<DataReport | undefined> {
  const { network, problems } = analyze(text);
  if (!network?.data || problems.every(({ severity }) => severity !== 'error')) return undefined;
  return describeNetwork(network.data, weightsFiles(network), nodeFiles(dirname(file)));
}

/** Closes the data where what is done with them fails. */
export async function closingOnFault<T>(data: Pick<LoadedData, 'close'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await data.close();
    throw error;
  }
}

/** The snapshot of a network that can be run; throws a fault with its first error. */
export function checked(text: string, file: string, report?: DataReport): Snapshot {
  const snapshot = analyze(text, report);
  const [error, ...others] = snapshot.problems.filter(({ severity }) => severity === 'error');
  if (error) {
    const more =
      others.length > 0 ? ` There ${others.length === 1 ? 'is' : 'are'} ${others.length} more.` : '';
    throw new RunFault(`${atLine(file, text, error)}${more}`, file);
  }
  if (!snapshot.network?.training) throw new RunFault('The network has no "training": add it.', file);
  return snapshot;
}
