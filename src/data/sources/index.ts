import type { DataSettings } from '../../core/network/schema';
import { describeArrays } from './arrays';
import { describeGenerated } from './generated';
import { describeImages } from './images';
import type { Described, Survey } from './source';
import { describeTable } from './table';
import { describeText } from './text';

export type { Described, RawData, RawSet, Survey } from './source';

/** Looks at what the settings name: one function for each of the forms that the schema has. */
export function describeSource(settings: DataSettings, survey: Survey): Promise<Described> {
  if ('train' in settings) return describeArrays(settings, survey);
  if ('file' in settings) return describeTable(settings, survey);
  if ('images' in settings) return describeImages(settings, survey);
  if ('text' in settings) return describeText(settings, survey);
  return describeGenerated(settings);
}
