import type { Fix } from '../src/core/problem';
import type { Actions, ViewState } from './state';

/**
 * A fix is good for the text it was found in, so it goes with that text's version: not while an edit or a gesture that
 * the host hasn't answered yet is drawn, since its places would be those of another text.
 */
export const sendFix = (state: ViewState, actions: Actions) => (fix: Fix) => {
  const { document, pending, preview } = state;
  if (!document?.editable) return;
  if (pending.length > 0 || preview.length > 0) {
    actions.set({ announcement: 'The network is changing. Press the fix again.' });
    return;
  }
  actions.send({ type: 'fix', version: document.version, edits: [...fix.edits] });
  actions.set({ announcement: fix.title });
};
