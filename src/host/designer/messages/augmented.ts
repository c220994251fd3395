import { isDeepStrictEqual } from 'node:util';
import type { AugmentationSetting } from '../../../core/augmentations';
import { type DataSettings, trainingSchema } from '../../../core/network/schema';
import { folderOf } from '../../data/folderOf';
import { LatestOnly } from '../../data/latestOnly';
import type { Host } from '../../host';
import type { Designer } from '../designer';
import type { Answer } from './answer';

interface Request {
  readonly id: number;
  readonly settings: DataSettings;
  readonly augment: readonly AugmentationSetting[];
  readonly seed: number;
  readonly folder: string;
}

/** What each designer has asked for: it asks at every pause in typing. */
const requests = new WeakMap<Designer, LatestOnly<Request>>();

/** Pictures of the training set as the first epochs will see them; nothing where the text says none. */
export const augmented: Answer<'augmented'> = ({ id, augment, seed }, designer, host) => {
  const { document } = designer;
  const settings = host.snapshots.of(document).network?.data;
  const folder = folderOf(document.uri);
  const read = trainingSchema.shape.augment.safeParse(augment);
  if (!settings || !folder || !read.success || !read.data) return;
  const waiting = requests.get(designer) ?? requestsOf(designer, host);
  return waiting.ask({ id, settings, augment: read.data, seed, folder });
};

/** Data that are being read are of use to the next request too, unless that is for other ones. */
function requestsOf(designer: Designer, host: Host): LatestOnly<Request> {
  const made = new LatestOnly<Request>(
    async ({ id, settings, augment, seed, folder }, cancelled) => {
      const pictures = await host.describer.augmented(settings, augment, seed, folder, cancelled);
      if (pictures) designer.post({ type: 'augmented', id, pictures });
    },
    (next, running) => next.folder !== running.folder || !isDeepStrictEqual(next.settings, running.settings),
  );
  requests.set(designer, made);
  return made;
}
