import { untrusted } from '../../../src/protocol/untrusted';
import type { ViewState } from '../../state';

/** What there is to say above the pictures that are augmented. */
export function stripWords({
  trusted,
  faulty,
  augmented,
}: Pick<ViewState, 'trusted' | 'augmented'> & { readonly faulty: boolean }): string {
  if (!trusted) return `${untrusted} Pictures are shown once it is trusted.`;
  if (faulty) return 'The pictures are those of the settings before: mend what is marked above.';
  if (augmented?.kind === 'fault') return augmented.message;
  if (!augmented || augmented.rows.length === 0) return 'Reading the pictures …';
  return 'On the left as they are, then as the first five epochs will see them.';
}
