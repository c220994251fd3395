import { describeData } from '../../data/data';
import type { Kept } from '../../platform/output';
import type { SavedModel } from './savedModel';

/** What a prediction is made from: its result never takes the place of one of these. */
export async function sourcesOf(saved: SavedModel, input: string): Promise<Kept[]> {
  const { file, weights, run, files, snapshot } = saved;
  const settings = snapshot.network?.data;
  const data = settings ? (await describeData(settings, files)).files : [];
  return [
    { path: file, what: 'the network' },
    { path: weights, what: 'the weights' },
    ...(run ? [{ path: run.folder, what: 'a file of the run' }] : []),
    { path: input, what: 'the input' },
    ...data.map(path => ({ path, what: 'data of the network' })),
  ];
}
