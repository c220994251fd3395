import { trainingSchema } from '../../../core/network/schema';
import { folderOf } from '../../data/folderOf';
import type { Answer } from './answer';

/** Pictures of the training set as the first epochs will see them; nothing where the text says none. */
export const augmented: Answer<'augmented'> = async ({ id, augment, seed }, designer, host) => {
  const { document } = designer;
  const settings = host.snapshots.of(document).network?.data;
  const folder = folderOf(document.uri);
  const read = trainingSchema.shape.augment.safeParse(augment);
  if (!settings || !folder || !read.success || !read.data) return;
  const pictures = await host.describer.augmented(settings, read.data, seed, folder);
  designer.post({ type: 'augmented', id, pictures });
};
