import type { CanvasContext, Overlay } from '../canvas/canvasContext';
import { commands, type MenuName } from '../commands';
import type { Command } from '../commands/command';
import { shownKey } from '../commands/keyNames';
import { icon, type Part, part } from '../dom/part';
import type { ViewState } from '../state';

/** What can be done with the selection, at the pointer or, by key, beside it. */
export const contextMenu: Overlay = (root, canvas) => {
  const { menu } = canvas.state;
  const list = part(root, 'div', 'menu', menu !== undefined);
  if (!list || !menu) return;
  const key = `${menu.x} ${menu.y}`;
  if (list.attr('data-place') === key) return;
  list
    .attr('data-place', key)
    .attr('role', 'menu')
    .attr('aria-label', 'Actions')
    .selectChildren('*')
    .remove();
  const name = menuOf(canvas.state);
  const shown = commands.filter(command => command.menus?.includes(name));
  for (const [i, command] of shown.entries()) {
    if (command.separated && i > 0) list.append('div').attr('class', 'separator').attr('role', 'separator');
    item(list, command, canvas);
  }
  const size = canvas.size();
  const box = list.node()!.getBoundingClientRect();
  list
    .style('left', `${Math.max(4, Math.min(menu.x, size.width - box.width - 4))}px`)
    .style('top', `${Math.max(4, Math.min(menu.y, size.height - box.height - 4))}px`)
    .on('keydown', (event: KeyboardEvent) => walk(event, list, canvas));
  (list.node()!.querySelector('button:not([aria-disabled=true])') as HTMLElement | null)?.focus();
};

function menuOf({ selection, edge }: ViewState): MenuName {
  return edge ? 'edge' : selection.length > 0 ? 'layers' : 'canvas';
}

function item(list: Part, command: Command, canvas: CanvasContext) {
  const enabled = command.enabled(canvas);
  const button = list
    .append<HTMLElement>('button')
    .attr('role', 'menuitem')
    .attr('tabindex', -1)
    .attr('aria-disabled', String(!enabled))
    .on('click', () => {
      if (!enabled) return;
      canvas.actions.set({ menu: undefined });
      canvas.focusSelection();
      command.run(canvas);
      canvas.actions.draw();
    }) as Part;
  if (command.icon) icon(button, command.icon);
  else button.append('span').attr('class', 'codicon');
  button.append('span').attr('class', 'menu-title').text(command.title);
  const [key] = command.keys ?? [];
  if (key) button.append('kbd').text(shownKey(key));
}

function walk(event: KeyboardEvent, list: Part, canvas: CanvasContext) {
  const items = [...list.node()!.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const next = to[event.key];
  if (next !== undefined) items[next]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') {
    canvas.actions.set({ menu: undefined });
    canvas.focusSelection();
    canvas.actions.draw();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
