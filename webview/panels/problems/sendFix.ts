import type { Fix } from '../../../src/core/problem';
import type { Actions, ViewState } from '../../state';

/** A fix is good for the text it was found in, so it goes with that text's version. */
export const sendFix = (state: ViewState, actions: Actions) => (fix: Fix) => {
  const { document } = state;
  if (document?.editable) actions.send({ type: 'fix', version: document.version, edits: [...fix.edits] });
};
