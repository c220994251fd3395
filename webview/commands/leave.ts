import type { Command } from './command';

/** Escape: leaves what is under way, first the innermost. */
export const leave: Command = {
  name: 'leave',
  title: 'Leave',
  keys: ['Escape'],
  enabled: () => true,
  run: ({ state, actions }) => {
    if (state.menu) actions.set({ menu: undefined });
    else if (state.popover !== undefined) actions.set({ popover: undefined });
    else if (state.connecting !== undefined) {
      actions.set({ connecting: undefined, announcement: 'Nothing was connected.' });
    } else actions.set({ selection: [], edge: undefined });
  },
};
