import { matchWeights, type Snapshot } from '../../core/analyze';
import type { SavedArray } from '../../core/train/training';
import { listed } from '../../data/sentence';
import type { StartingWeights } from '../folder/weightsFile';

/** What a training starts with, and what is said of it. */
export interface Start {
  /** By the names that they have in this network. */
  readonly arrays: readonly SavedArray[];
  /** A sentence each: what was taken, what wasn't and why. */
  readonly said: readonly string[];
}

/** How many names a sentence tells of. */
const shown = 8;

/** The arrays that a network without errors takes from the weights that it names. */
export function startOf({ network, shapes }: Snapshot, sources: readonly StartingWeights[]): Start {
  if (sources.length === 0) return { arrays: [], said: [] };
  const match = matchWeights(
    network!,
    shapes!,
    sources.map(({ report }) => report),
  );
  const bySource = new Map(sources.map(source => [source.report.file, source]));
  const used = new Set<SavedArray>();
  const arrays = match.taken.flatMap(({ layer, file, from }) => {
    const { parameters, states } = shapes!.layers.get(layer)!;
    const names = [...parameters.map(({ unnumbered }) => unnumbered), ...states.map(({ name }) => name)];
    return names.map(name => {
      const array = bySource.get(file)!.arrays.find(each => each.name === `${from}.${name}`)!;
      used.add(array);
      return { ...array, name: `${layer}.${name}` };
    });
  });
  const said = sources.flatMap(({ report: { file }, arrays }) => {
    const taken = match.taken.filter(each => each.file === file);
    // any that found nothing there would be at fault
    if (taken.length === 0)
      return [`Nothing was needed of ${file}: every layer with parameters starts with weights of its own.`];
    const left = arrays.filter(array => !used.has(array));
    const names = taken.map(({ layer, from }) => (layer === from ? layer : `${layer} (there ${from})`));
    return [
      `Taken from ${file}: ${listed(names, shown)}.`,
      ...(left.length > 0
        ? [
            `Left there: ${listed(
              left.map(({ name }) => name),
              shown,
            )}.`,
          ]
        : []),
    ];
  });
  return { arrays, said: [...said, ...match.anew.map(({ layer, why }) => `${layer} starts anew: ${why}.`)] };
}
