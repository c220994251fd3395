import { part } from '../dom/part';
import type { View } from '../state';

/** Says to a screen reader what an edit did. */
export const announcer: View = (root, { announcement }) => {
  const region = part(root, 'div', 'unseen')!;
  region.attr('role', 'status').attr('aria-live', 'polite');
  if (region.text() !== announcement) region.text(announcement);
};
