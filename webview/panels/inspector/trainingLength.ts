import type { Setting } from '../fields/setting';

/** A run is so many iterations or so many epochs: of the two, the one that isn't written is left out. */
export function trainingLength(settings: readonly Setting[]): readonly Setting[] {
  const epochs = settings.find(({ field }) => field.name === 'epochs');
  const iterations = settings.find(({ field }) => field.name === 'iterations');
  if (epochs?.value !== undefined && iterations?.value === undefined) {
    return settings.filter(setting => setting !== iterations);
  }
  return epochs?.value === undefined ? settings.filter(setting => setting !== epochs) : settings;
}
