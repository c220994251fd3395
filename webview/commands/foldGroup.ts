import type { CanvasContext } from '../canvas/canvasContext';
import type { Group } from '../canvas/groups/groupsOf';
import { groupsShown } from '../canvas/groups/shownCards';
import type { Command } from './command';

export function openGroup({ actions, state, focusSelection }: CanvasContext, { key, title, ids }: Group) {
  actions.set({
    opened: [...state.opened, key],
    selection: ids.slice(0, 1),
    announcement: `Opened ${title}: ${ids.length} layers.`,
  });
  focusSelection();
}

export function foldGroup({ actions, state, focusSelection }: CanvasContext, group: Group) {
  const { key, title, ids } = group;
  if (!groupsShown(state).foldable.has(group)) {
    actions.set({ announcement: `${title} is cut in two, and can’t be folded.` });
    return;
  }
  actions.set({
    opened: state.opened.filter(other => other !== key),
    selection: ids,
    edge: undefined,
    announcement: `Folded ${title}.`,
  });
  focusSelection();
}

/** The group that the selection is in; undefined where it is in none, or in several. */
export function selectedGroup({ state }: CanvasContext): Group | undefined {
  const { selection } = state;
  if (selection.length === 0) return undefined;
  return groupsShown(state).groups.find(({ ids }) => selection.every(id => ids.includes(id)));
}

const isOpen = ({ state }: CanvasContext, group: Group) =>
  state.opened.includes(group.key) || !groupsShown(state).foldable.has(group);

export const openSelected: Command = {
  name: 'open-group',
  title: 'Open Group',
  icon: 'unfold',
  keys: ['Enter', 'F2', 'G'],
  menus: ['layers'],
  separated: true,
  enabled: canvas => {
    const group = selectedGroup(canvas);
    return group !== undefined && !isOpen(canvas, group);
  },
  run: canvas => openGroup(canvas, selectedGroup(canvas)!),
};

export const foldSelected: Command = {
  name: 'fold-group',
  title: 'Fold Group',
  icon: 'fold',
  keys: ['G'],
  menus: ['layers'],
  enabled: canvas => {
    const group = selectedGroup(canvas);
    return group !== undefined && isOpen(canvas, group) && groupsShown(canvas.state).foldable.has(group);
  },
  run: canvas => foldGroup(canvas, selectedGroup(canvas)!),
};
